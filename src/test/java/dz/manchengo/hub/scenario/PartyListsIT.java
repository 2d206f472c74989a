package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of parties: whom a row speaks of, and what it may say of them. */
class PartyListsIT extends MasterDataScenario {
  @Test
  void aPartyThatADocumentMadeGetsItsCodeAndItsTerms() {
    HUB.drop(
        "prv-1.csv",
        SALES
            + "\nPRV-1;15/10/2026;;Fromagerie PRV;001216000000071;ART-V;Brie;1;100,00;19"
            + "\nPRV-2;15/10/2026;;Laiterie PRV;;ART-V;Brie;1;100,00;19\n");
    HUB.awaitAcknowledgement("prv-1.csv");

    parties(
        "prv-2.csv",
        "PRV-A;SARL Fromagerie PRV;Client;001216000000071;12B0123456;16012345;45;1000;a@b.example",
        "PRV-B;Laiterie PRV;Grossiste;;12B0123457;16012346;15;2000;");
    assertThat(findings("prv-2.csv"))
        .containsExactlyInAnyOrder(
            "2 MDM-018 Code tiers", "3 MDM-018 Code tiers", "3 MDM-006 Code tiers");
    assertThat(
            db.sql(
                    "SELECT concat_ws('|', party_code, customer_type, payment_terms_days, provisional)"
                        + " FROM party WHERE name_norm LIKE '%PRV' ORDER BY party_code")
                .query(String.class)
                .list())
        .containsExactly("PRV-A|45|f", "PRV-B|GROSSISTE|15|f");

    HUB.drop("prv-3.csv", SALES + "\nPRV-3;16/10/2026;;Laiterie PRV;;ART-V;Brie;1;100,00;19\n");
    HUB.awaitAcknowledgement("prv-3.csv");
    assertThat(
            number(
                "SELECT count(*) FROM invoice JOIN party ON party_id = receiver_id"
                    + " WHERE party_code = 'PRV-B'"))
        .isEqualTo(2);
  }

  @Test
  void oneNifIsOnePartyAndTermsAreWithinReason() {
    Acknowledgement answer =
        parties(
            "nif-fiches.csv",
            "NIF-1;Amel Un;Client;001216000000081;12B0123458;16012347;30;;",
            "NIF-2;Amel Deux;Client;001216000000081;12B0123459;16012348;30;;",
            "NIF-3;Amel Trois;Fournisseur;12345;12B0123460;16012349;30;;",
            "NIF-4;Amel Quatre;Client;;;;400;-5;amel",
            ";Amel Cinq;Client;;;;30;;");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("nif-fiches.csv"))
        .filteredOn(finding -> !finding.contains("MDM-006"))
        .containsExactlyInAnyOrder(
            "3 MDM-013 NIF",
            "4 MDM-005 NIF",
            "5 MDM-019 Délai de paiement",
            "5 MDM-019 Plafond",
            "5 MDM-019 E-mail",
            "6 FMT-001 Code tiers");
    parties("nif-role.csv", "NIF-1;Amel Un;Fournisseur;;;;;;");
    assertThat(
            number(
                "SELECT count(*) FROM party WHERE party_code = 'NIF-1' AND is_customer"
                    + " AND is_supplier AND nif = '001216000000081'"))
        .isEqualTo(1);
  }

  @Test
  void ofTheCompanyItselfOnlyMissingIdentifiersAreTaken() {
    parties("own-1.csv", "OWN;Autre nom;Client;000016001234567;25B1234567;16098765;10;;");
    assertThat(findings("own-1.csv")).contains("2 MDM-021 Code tiers", "2 MDM-017 Code tiers");
    Acknowledgement again =
        parties(
            "own-2.csv",
            "OWN;;;001216000000092;25B1234567;16098765;;;",
            "AUT;Aut;Client;000016001234567;;;;;");
    assertThat(again.status()).isEqualTo("PARTIAL");
    assertThat(findings("own-2.csv")).contains("2 MDM-021 Code tiers", "3 MDM-013 NIF");
    assertThat(
            db.sql(
                    "SELECT concat_ws('|', name, nif, rc, is_customer, payment_terms_days) FROM party"
                        + " WHERE is_own")
                .query(String.class)
                .single())
        .isEqualTo("Manchengo|000016001234567|25B1234567|f|30");
  }

  /** A supplier's own invoice before the company's NIF was known made a customer of the company. */
  @Test
  void theCompanysNifIsTakenThoughADocumentMadeAPartyOfIt() {
    List<String> former =
        db.sql("SELECT nif FROM party WHERE is_own AND nif IS NOT NULL").query(String.class).list();
    db.sql("UPDATE party SET nif = NULL WHERE is_own").update();
    try {
      HUB.drop(
          "mdm37-1.csv",
          SALES
              + "\nMDM37-1;16/10/2026;;SARL Nous Trente-sept;001116039037037;;Brie;1;100,00;19\n");
      assertThat(HUB.awaitAcknowledgement("mdm37-1.csv").status()).isEqualTo("POSTED");

      Acknowledgement own = parties("mdm37-own.csv", "OWN;;;001116039037037;;;;;");
      assertThat(own.status()).isEqualTo("POSTED");
      assertThat(findings("mdm37-own.csv")).contains("2 MDM-037 NIF");

      HUB.drop(
          "mdm37-2.csv",
          SALES
              + "\nMDM37-2;16/10/2026;;SARL Nous Trente-sept;001116039037037;;Brie;1;100,00;19\n");
      assertThat(HUB.awaitAcknowledgement("mdm37-2.csv").status()).isEqualTo("REJECTED");
      assertThat(findings("mdm37-2.csv")).anyMatch(one -> one.startsWith("2 MDM-029"));
    } finally {
      db.sql("UPDATE party SET nif = :nif WHERE is_own")
          .param("nif", former.isEmpty() ? null : former.get(0), java.sql.Types.VARCHAR)
          .update();
    }
  }
}
