package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A formula that failed is nobody's name, code or number, in whatever file its text stands. */
class SpreadsheetErrorsIT extends InProcessHub {
  @Test
  void nothingIsMadeOfThem() {
    check(
        "orders",
        "err-orders.csv",
        """
        N° commande;Date commande;Code client;Nom client;Code article;Désignation;Qté;P.U. HT
        ERR-C1;15/01/2026;#N/A;Client ERR;ERR-A;Lait;1;100
        ERR-C2;15/01/2026;CE-1;#REF!;ERR-A;Lait;1;100
        ERR-C3;15/01/2026;CE-1;Client ERR;#VALEUR!;Lait;1;100
        ERR-C4;15/01/2026;CE-1;Client ERR;;#NOM?;1;100
        #DIV/0!;15/01/2026;CE-1;Client ERR;ERR-A;Lait;1;100
        """,
        5);
    check(
        "invoices",
        "err-invoices.csv",
        """
        Invoice No;Invoice Date;Customer;Description;Quantity;Unit Price;VAT %;Lot Number
        ERR-F1;15/01/2026;#NAME?;Milk;1;100;19;
        ERR-F2;15/01/2026;Client ERR;#VALUE!;1;100;19;
        ERR-F3;15/01/2026;Client ERR;Milk;1;100;19;#NUM!
        #NULL!;15/01/2026;Client ERR;Milk;1;100;19;
        ERR-F4;15/01/2026;Client ERR;Milk;1;100;#######;
        """,
        5);
    check(
        "parties",
        "err-parties.csv",
        """
        Code tiers;Raison sociale;Type;Adresse
        #N/D;Alpha ERR;Client;Alger
        ERR-P1;#NUL !;Client;Alger
        ERR-P2;Beta ERR;Client;#N/A
        """,
        3);
    check(
        "products",
        "err-products.csv",
        """
        Code article;Désignation;Type;Unité;TVA
        #NOMBRE!;Gouda ERR;PF;kg;19
        ERR-G;Err:502;PF;kg;19
        """,
        2);
    check(
        "stock-movements",
        "err-movements.csv",
        """
        Date;Type mouvement;Code article;Désignation;N° lot;Dépôt;Quantité;N° pièce
        15/01/2026;Réception;#N/A;Lait ERR;;PF;1;ERR-M1
        15/01/2026;Réception;ERR-A;Lait ERR;#REF!;PF;1;ERR-M2
        15/01/2026;Réception;ERR-A;Lait ERR;;#N/A;1;ERR-M3
        15/01/2026;Réception;ERR-A;Lait ERR;;PF;1;#N/A
        """,
        4);
    check(
        "stock-counts",
        "err-counts.csv",
        """
        Date;Dépôt;Code;Désignation;Qté comptée
        15/01/2026;PF;#REF!;Lait ERR;1
        15/01/2026;#N/A;ERR-A;Lait ERR;1
        """,
        2);
    check(
        "orders",
        "err-orders.ndjson",
        """
        {"orderNo":"ERR-J1","orderDate":"2026-01-15","customer":"#N/A","description":"Lait","qty":1,"unitPriceHt":100}
        {"orderNo":"ERR-J2","orderDate":"2026-01-15","customer":"Client ERR","description":"#REF!","qty":1,"unitPriceHt":100}
        """,
        2);
    assertThat(madeOfErrors()).isEmpty();
    assertThat(number("SELECT count(*) FROM sales_order WHERE order_no ~ '^ERR-[CJ]'")).isZero();
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no LIKE 'ERR-%'")).isZero();
  }

  private void check(String folder, String name, String text, int errors) {
    HUB.drop(folder, name, text.getBytes(UTF_8));
    Acknowledgement answer = HUB.awaitAcknowledgement(folder, name);
    assertThat(answer.status()).as(name).isEqualTo("REJECTED");
    assertThat(rulesOf(name).stream().filter("FMT-012"::equals)).as(name).hasSize(errors);
  }

  private List<String> madeOfErrors() {
    return db.sql(
            "SELECT concat_ws(' ', party_code, name) FROM party"
                + " WHERE concat_ws(' ', party_code, name, address) ~ '#|Err:'"
                + " UNION ALL SELECT product_code || ' ' || name FROM product"
                + " WHERE product_code || name ~ '#|Err:'"
                + " UNION ALL SELECT lot_code FROM lot WHERE lot_code ~ '#'"
                + " UNION ALL SELECT code FROM warehouse WHERE code ~ '#'")
        .query(String.class)
        .list();
  }

  /**
   * A remark that failed is told and holds nothing up; a column that nobody reads is not looked at.
   */
  @Test
  void aRemarkIsNoReasonToRefuse() {
    HUB.drop(
        "orders",
        "err-note.csv",
        """
        N° commande;Date commande;Client;Désignation;Qté;P.U. HT;Observation;Couleur préférée
        ERR-N1;15/01/2026;Client ERR-N;Lait ERR-N;1;100;#N/A;#REF!
        """
            .getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("orders", "err-note.csv").status()).isEqualTo("POSTED");
    assertThat(rulesOf("err-note.csv").stream().filter("FMT-012"::equals)).hasSize(1);
    assertThat(
            number(
                "SELECT count(*) FROM sales_order WHERE order_no = 'ERR-N1' AND note IS NOT NULL"))
        .isZero();
  }
}
