package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that mean a field only where no other column has it (FIL-007). */
class VagueHeadersIT extends InProcessHub {
  private static final String HEADER = "N° facture;Date;Client;Désignation;Qté;P.U. HT;TVA\r\n";

  private static String row(String number) {
    return number + ";25/03/2026;SARL Vague;Lait VG;2;100,00;19\r\n";
  }

  @ParameterizedTest
  @CsvSource({
    "Client, Société",
    "Client, Nom",
    "Client, Partenaire",
    "Date, Jour",
    "N° facture, Document",
    "N° facture, Référence",
    "Désignation, Marchandise",
    "Désignation, Objet",
    "P.U. HT, Tarif",
    "P.U. HT, Prix de vente",
    "TVA, Taux",
    "Qté, Q",
  })
  void aVagueHeaderIsTakenAndTold(String usual, String vague) {
    String name = "vague-" + vague.replace(' ', '-') + ".csv";
    String header = (";" + HEADER).replace(";" + usual, ";" + vague).substring(1);
    HUB.drop(name, header + row("FV-" + Integer.toUnsignedString(vague.hashCode())));
    assertThat(HUB.awaitAcknowledgement(name).figure("Total HT comptabilisé (DA)"))
        .isEqualTo(200.0);
    assertThat(rulesOf(name)).contains("FIL-007");
  }

  @Test
  void itIsNotTakenBesideTheUsualOneNorBelowATitle() {
    HUB.drop(
        "vague-vendeur.csv",
        HEADER.replace("\r\n", ";Nom\r\n") + row("VG-1").replace("\r\n", ";Karim\r\n"));
    HUB.drop(
        "vague-titre.csv",
        "Client : SARL Du Titre\r\n\r\n" + HEADER.replace("Client", "Nom") + row("VG-2"));
    HUB.drop(
        "vague-valeurs.csv",
        HEADER.replace("P.U. HT", "Tarif") + "VG-3;25/03/2026;X;Lait VG;2;A;19");

    HUB.awaitAcknowledgement("vague-vendeur.csv");
    HUB.awaitAcknowledgement("vague-titre.csv");
    HUB.awaitAcknowledgement("vague-valeurs.csv");
    assertThat(customer("VG-1")).isEqualTo("SARL Vague");
    assertThat(customer("VG-2")).isEqualTo("SARL Du Titre");
    assertThat(rulesOf("vague-valeurs.csv")).containsExactly("FIL-004");
  }

  @Test
  void aTypeOfOperationWithNothingButKindsOfDocumentsIsTheKind() {
    String header = HEADER.replace("\r\n", ";Type opération\r\n");
    HUB.drop(
        "vague-operation.csv",
        header
            + row("VG-10").replace("\r\n", ";Vente\r\n")
            + row("VG-11").replace("\r\n", ";Avoir\r\n"));
    assertThat(HUB.awaitAcknowledgement("vague-operation.csv").figure("Total HT comptabilisé (DA)"))
        .isEqualTo(0.0);
    assertThat(rulesOf("vague-operation.csv")).contains("FIL-007").doesNotContain("INV-047");
  }

  @Test
  void aReferenceThatIsNoInvoicesIsAnArticles() {
    HUB.drop("vague-article.csv", HEADER.replace("N° facture", "Référence") + row("ART-12"));
    HUB.awaitAcknowledgement("vague-article.csv");
    assertThat(rulesOf("vague-article.csv")).contains("FIL-004");
  }

  private String customer(String number) {
    return db.sql(
            "SELECT p.name FROM invoice JOIN party p ON p.party_id = receiver_id WHERE invoice_no = :no")
        .param("no", number)
        .query(String.class)
        .single();
  }
}
