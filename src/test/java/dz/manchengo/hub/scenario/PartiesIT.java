package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** Whom a document means, and what is said where it contradicts itself or the records. */
class PartiesIT extends InProcessHub {
  private static final String LINE = ";ART-P;Brie;1;100,00;19";
  private static final String SALES =
      "N° facture;Date facture;Code client;Client;NIF client;Code article;Désignation;Qté;P.U. HT;TVA %";
  private static final String PURCHASES =
      SALES.replace("client", "fournisseur").replace("Client", "Fournisseur");

  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  private DataSource source;

  @Test
  void everyContradictingDocumentIsToldSoInTheFileThatMakesThePartyAndInTheNext() {
    String[] documents = {
      "CON-1;15/10/2026;CON;SARL Port;", "CON-2;15/10/2026;CON;Port;001216000000011",
      "CON-3;15/10/2026;CON;Port;001216000000012", "CON-4;15/10/2026;CON;Parc;",
      "CON-5;15/10/2026;CON;Parc;001216000000012"
    };
    assertThat(drop("contredit.csv", SALES, documents).status()).isEqualTo("POSTED");
    assertThat(findings("contredit.csv"))
        .contains("2 MDM-003 Code client")
        .filteredOn(finding -> !finding.contains("MDM-001") && !finding.contains("MDM-003"))
        .containsExactlyInAnyOrder(
            "4 MDM-007 NIF client", "5 MDM-011 Client", "6 MDM-007 NIF client", "6 MDM-011 Client");

    String[] again =
        Stream.of(documents).map(d -> d.replace("CON-", "SUI-")).toArray(String[]::new);
    drop("contredit-encore.csv", SALES, again);
    assertThat(findings("contredit-encore.csv"))
        .containsExactlyInAnyOrder(
            "4 MDM-007 NIF client", "5 MDM-011 Client", "6 MDM-007 NIF client", "6 MDM-011 Client");
  }

  /** Below a table of documents a text alone is who signs it; here it may be all there is. */
  @Test
  void aPartyMayBeCalledAsPeopleSign() {
    String rows = "Code tiers;Raison sociale;Type\nVisa Est;Visa Est;Client\nVisa;Visa Sud;\n";
    HUB.drop("parties", "noms.csv", rows.getBytes(UTF_8));
    HUB.awaitAcknowledgement("parties", "noms.csv");
    assertThat(
            db.sql("SELECT name FROM party WHERE name LIKE 'Visa %' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("Visa Est", "Visa Sud");
  }

  @Test
  void aSupplierThatBuysBecomesACustomerAndThatIsTold() {
    drop("achat.csv", PURCHASES, "ROL-1;15/10/2026;ROL-F;Laiterie;001216000000021");
    assertThat(roles("ROL-F")).isEqualTo("false true");

    drop(
        "vente.csv",
        SALES,
        "ROL-2;15/10/2026;ROL-C;Laiterie;001216000000021",
        "ROL-3;15/10/2026;;Laiterie;001216000000021");
    drop("vente-2.csv", SALES, "ROL-4;15/10/2026;ROL-F;Laiterie;001216000000021");

    assertThat(findings("vente.csv"))
        .containsExactlyInAnyOrder("2 MDM-014 Code client", "2 MDM-012 Code client");
    assertThat(roles("ROL-F")).isEqualTo("true true");
    assertThat(findings("vente-2.csv")).isEmpty();
    assertThat(number("SELECT count(*) FROM party WHERE party_code = 'ROL-C'")).isZero();
  }

  @Test
  void theNumberOfASupplierDoesNotTakeACustomersInvoice() {
    drop("numero-achat.csv", PURCHASES, "NUM-1;15/10/2026;NUM-7;Emballages Soummam;");
    Acknowledgement answer =
        drop("numero-vente.csv", SALES, "NUM-2;15/10/2026;NUM-7;Supérette Amel;");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(findings("numero-vente.csv")).containsExactly("2 MDM-015 Code client");
    assertThat(roles("NUM-7")).isEqualTo("false true");
  }

  @Test
  void oneNifIsOnePartyAndWhereTheTablesHoldTwoTheDocumentSaysWhich() {
    drop(
        "nif.csv",
        SALES,
        "NIF-1;15/10/2026;NIF-A;Amel;001216000000031",
        "NIF-2;15/10/2026;NIF-B;Amel;001216000000031");
    assertThat(findings("nif.csv")).contains("3 MDM-014 Code client");
    assertThat(number("SELECT count(*) FROM party WHERE nif = '001216000000031'")).isEqualTo(1);
    assertThatThrownBy(() -> insertTwin(false)).isInstanceOf(DuplicateKeyException.class);

    insertTwin(true);
    Acknowledgement answer =
        drop(
            "nif-2.csv",
            SALES,
            "NIF-3;15/10/2026;;Autre;001216000000031",
            "NIF-4;15/10/2026;NIF-B;Autre;001216000000031",
            "NIF-5;15/10/2026;NIF-A;Amel;001216000000031",
            "NIF-6;15/10/2026;;Amel Annexe;001216000000031");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("nif-2.csv"))
        .containsExactlyInAnyOrder("2 MDM-013 NIF client", "3 MDM-013 NIF client");
    assertThat(invoicesOf("nif-2.csv")).containsExactly("NIF-5", "NIF-6");
  }

  private void insertTwin(boolean shared) {
    db.sql(
            "INSERT INTO party (party_code, is_customer, name, name_norm, nif, nif_shared, provisional)"
                + " VALUES ('NIF-T', true, 'Amel Annexe', 'AMEL ANNEXE', '001216000000031', :shared, true)")
        .param("shared", shared)
        .update();
  }

  @Test
  void whatIsSaidToBeCreatedWasCreated() {
    drop(
        "articles.csv",
        SALES,
        List.of(
            "CRE-1;15/10/2026;CRE;Amel Chréa;;;Tomme de Chréa;1;100,00;19",
            "CRE-2;15/10/2026;CRE;Amel Chréa;;CRE-T;Tomme de Chréa;1;100,00;19",
            "CRE-3;15/10/2026;;Amel CRE;;CRE-T;Tomme de Chréa;1;100,00;19",
            "CRE-4;15/10/2026;;AMEL-CRE;;CRE-T;Tomme de Chréa;1;100,00;19"));
    assertThat(findings("articles.csv"))
        .containsExactlyInAnyOrder(
            "3 MDM-001 Code article",
            "2 MDM-002 Désignation",
            "2 MDM-003 Code client",
            "4 MDM-003 Code client",
            "5 MDM-004 Client");
    assertThat(number("SELECT count(*) FROM product WHERE name = 'Tomme de Chréa'")).isEqualTo(1);
  }

  @Test
  void theCompanyIsNoCustomerOfItsOwn() {
    Acknowledgement answer = drop("soi-meme.csv", SALES, "OWN-1;15/10/2026;OWN;Manchengo;");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("soi-meme.csv")).contains("MDM-029");
  }

  @Test
  void aNifWithoutItsZerosIsReadWhereThatIsNoGuess() {
    drop("zeros.csv", SALES, "ZER-1;15/10/2026;ZER-1;Amel Zéro;1216000000041");
    drop("zeros-connu.csv", SALES, "ZER-2;15/10/2026;ZER-2;Zéro Deux;000000000000042");
    drop(
        "zeros-perdus.csv",
        SALES,
        "ZER-3;15/10/2026;ZER-2;Zéro Deux;00042",
        "ZER-4;15/10/2026;ZER-4;Zéro Quatre;19861600000041");
    assertThat(findings("zeros.csv")).contains("2 FMT-011 NIF client");
    assertThat(nif("ZER-1")).isEqualTo("001216000000041");
    assertThat(findings("zeros-perdus.csv"))
        .contains("2 FMT-011 NIF client", "3 MDM-005 NIF client");
    assertThat(number("SELECT count(nif) FROM party WHERE party_code = 'ZER-4'")).isZero();
  }

  @Test
  void comptantIsNotCash() {
    String header = SALES + ";Mode de paiement;Timbre";
    List<String> rows =
        List.of("CPT-1;15/10/2026;CPT;Amel CPT;;ART-P;Brie;1;100,00;19;au comptant;5");
    drop("comptant.csv", header, rows);
    assertThat(rulesOf("comptant.csv")).doesNotContain("INV-019", "INV-020", "INV-021", "INV-022");
    assertThat(
            db.sql("SELECT payment_method FROM invoice WHERE invoice_no = 'CPT-1'")
                .query(String.class)
                .single())
        .isEqualTo("COMPTANT");
  }

  /** In a schema of its own, as it was before a NIF could be one party's only. */
  @Test
  void tablesThatHoldANifTwiceAreMigratedAndKeepBoth() {
    Flyway before = flyway("7");
    before.migrate();
    List<String> nifs =
        List.of("001216000000051", "001216000000051", "001216000000051", "001216000000052");
    for (int i = 0; i < nifs.size(); i++) {
      db.sql(
              "INSERT INTO former.party (party_code, name, name_norm, nif)"
                  + " VALUES (:code, 'Amel', 'AMEL', :nif)")
          .param("code", "M-" + i)
          .param("nif", nifs.get(i))
          .update();
    }
    flyway("8").migrate();
    assertThat(
            db.sql("SELECT party_code FROM former.party WHERE nif_shared ORDER BY party_code")
                .query(String.class)
                .list())
        .containsExactly("M-1", "M-2");
  }

  private Flyway flyway(String version) {
    return Flyway.configure().dataSource(source).schemas("former").target(version).load();
  }

  /** Suppliers number alike, and a journal by date mixes their rows. */
  @Test
  void rowsOfTwoSuppliersWithOneNumberMayAlternate() {
    assertThat(
            drop(
                    "alternes.csv",
                    PURCHASES,
                    "ALT-1;15/10/2026;ALT-A;EURL Alpha;",
                    "ALT-1;15/10/2026;ALT-B;EURL Beta;",
                    "ALT-1;15/10/2026;ALT-A;EURL Alpha;",
                    "ALT-2;15/10/2026;ALT-A;EURL Alpha;",
                    "ALT-1;15/10/2026;ALT-B;EURL Beta;")
                .status())
        .isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT party_code || ' ' || invoice_no || ' ' || comp_ht FROM invoice"
                        + " JOIN party ON party_id = issuer_id WHERE invoice_no LIKE 'ALT-_' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("ALT-A ALT-1 200.00", "ALT-A ALT-2 100.00", "ALT-B ALT-1 200.00");
  }

  @Test
  void theSupplierMayStandOnTheFirstRowOnly() {
    assertThat(
            drop(
                    "premier.csv",
                    PURCHASES,
                    "PRE-1;15/10/2026;PRE-A;EURL Gamma;",
                    "PRE-1;;;;",
                    "PRE-1;15/10/2026;;Eurl  GAMMA;",
                    "PRE-1;15/10/2026;PRE-B;EURL Delta;",
                    "PRE-1;;;;")
                .status())
        .isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT party_code || ' ' || comp_ht FROM invoice"
                        + " JOIN party ON party_id = issuer_id WHERE invoice_no = 'PRE-1' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("PRE-A 300.00", "PRE-B 200.00");
  }

  private static Acknowledgement drop(String name, String header, String... documents) {
    return drop(name, header, Stream.of(documents).map(d -> d + LINE).toList());
  }

  private static Acknowledgement drop(String name, String header, List<String> rows) {
    HUB.drop(
        name,
        Stream.concat(Stream.of(header), rows.stream())
            .collect(Collectors.joining("\n", "", "\n")));
    return HUB.awaitAcknowledgement(name);
  }

  /** Row, rule and column, but for the months that were declared already and the article. */
  private List<String> findings(String name) {
    return db.sql(
            "SELECT concat_ws(' ', row_no, rule_code, column_name) FROM finding"
                + " WHERE submission_id = :id AND rule_code NOT IN ('INV-030')"
                + " AND coalesce(value, '') <> 'ART-P' ORDER BY id")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }

  private String roles(String code) {
    return db.sql("SELECT is_customer || ' ' || is_supplier FROM party WHERE party_code = :code")
        .param("code", code)
        .query(String.class)
        .single();
  }

  private String nif(String code) {
    return db.sql("SELECT nif FROM party WHERE party_code = :code")
        .param("code", code)
        .query(String.class)
        .single();
  }
}
