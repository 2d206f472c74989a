package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of an ERP: many columns beside those that an invoice has. */
class WideListsIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date;Client;Désignation;Qté;PU HT;TVA;Famille;Marque;Région;Secteur;Zone;Wilaya"
          + ";Commune;Chauffeur;Véhicule;Tournée;Équipe;Agence;Matricule;Transporteur\n";

  @Test
  void columnsThatNobodyNeedsDoNotHideThoseThatAnInvoiceNeeds() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "wide.csv",
            HEADER
                + "WL-1;11/11/2026;Salam WL;Beurre WL;3;100,00;19;Frais;Manchengo;Centre;Nord;Z1"
                + ";Alger;Rouiba;Karim;Camion;T1;E1;Rouiba;;\n"
                + "WL-2;12/11/2026;Salam WL;Beurre WL;2;100,00;19;;;;;;;;;;;;;;\n");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(invoicesOf("wide.csv")).containsExactly("WL-1", "WL-2");
    assertThat(rulesOf("wide.csv")).contains("FIL-005").doesNotContain("FIL-007", "FIL-003");
    assertThat(orderOf("WL-1")).isEmpty();
  }

  @Test
  void theOneThatLacksIsAskedFor() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "wide-lacks.csv",
            HEADER.replace("N° facture;", "")
                + "11/11/2026;Salam WL;Beurre WL;3;100,00;19;Frais;Manchengo;Centre;Nord;Z1"
                + ";Alger;Rouiba;Karim;Camion;T1;E1;Rouiba;;\n");

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("wide-lacks.csv")).containsExactly("FIL-004");
    assertThat(answer.sentence()).contains("N° facture");
  }

  @Test
  void aListOfSomethingElseIsNone() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "wide-vehicles.csv",
            """
            Véhicule;Marque;Client;Date;Chauffeur;Kilométrage;Carburant;Assurance;Contrôle
            Camion WL;Isuzu;Salam WL;11/11/2026;Karim;120000;Gasoil;2027;2027
            """);

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("wide-vehicles.csv")).containsExactly("FIL-003");
  }

  /** A word that is well spelt is itself, however much it looks like another one. */
  @ParameterizedTest
  @CsvSource({
    "Dépôt, Rouiba, W1",
    "Dépôt, 2, W2",
    "Compte, 411000, W3",
    "Commune, Rouiba, W4",
    "Devis, DV26-014, W5",
    "Total colis, 5, W6",
    "Wilaya, 16, W7",
    "Vendeur, Karim, W8"
  })
  void usualWordsAreNoSlipOfThePen(String header, String value, String number) throws IOException {
    String file = "word-" + number + ".csv";
    Acknowledgement answer =
        dropInvoices(
            file,
            "N° facture;Date;Client;Désignation;Qté;PU HT;TVA;%s\n".formatted(header)
                + "WL-%s;11/11/2026;Salam WL;Beurre WL;3;100,00;19;%s\n".formatted(number, value));

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(invoicesOf(file)).containsExactly("WL-" + number);
    assertThat(rulesOf(file)).contains("FIL-005").doesNotContain("FIL-007", "INV-057", "INV-013");
    assertThat(orderOf("WL-" + number)).isEmpty();
  }

  /** Two texts for one field, of which the nearer one is kept, and « Facturé », which is none. */
  @ParameterizedTest
  @CsvSource({
    "Facturé, Oui, T1, FIL-005",
    "Remarque, client absent, T2, FIL-005",
    "Description, Plaquette de 200 g, T3, MDM-002", // it stands in where the first is empty
    "Compte tiers, 41100117, T4, FIL-005"
  })
  void aSecondTextRefusesNoFile(String header, String value, String number, String rule)
      throws IOException {
    String file = "text-" + number + ".csv";
    Acknowledgement answer =
        dropInvoices(
            file,
            "N° facture;Date;Code client;Client;Désignation;Qté;PU HT;TVA;Observation;%s\n"
                    .formatted(header)
                + "WL-%s;11/11/2026;C-WL;Salam WL;Beurre WL;3;100,00;19;livré;%s\n"
                    .formatted(number, value));

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(invoicesOf(file)).containsExactly("WL-" + number);
    assertThat(rulesOf(file)).contains(rule).doesNotContain("FIL-006");
    assertThat(partyOf("WL-" + number)).isEqualTo("C-WL Salam WL");
  }

  @Test
  void aBareNameBesideACodeIsTheCustomers() throws IOException {
    dropInvoices(
        "text-name.csv",
        """
        Numéro;Date;Code client;Nom;Total HT;Total TVA;Total TTC
        WL-N1;12/11/2026;C-WLN;SARL du Nom WL;1000,00;190,00;1190,00
        """);

    assertThat(partyOf("WL-N1")).isEqualTo("C-WLN SARL du Nom WL");
    assertThat(rulesOf("text-name.csv")).contains("FIL-007").doesNotContain("FIL-005");
  }

  private String partyOf(String invoice) {
    return db.sql(
            "SELECT p.party_code || ' ' || p.name FROM invoice i"
                + " JOIN party p ON p.party_id = i.receiver_id WHERE i.invoice_no = ?")
        .param(invoice)
        .query(String.class)
        .single();
  }

  private List<String> orderOf(String invoice) {
    return db.sql("SELECT order_no FROM invoice WHERE invoice_no = ? AND order_no IS NOT NULL")
        .param(invoice)
        .query(String.class)
        .list();
  }
}
