package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same reading and rules, and nothing written. */
class PreviewIT extends InProcessHub {
  private static final String PREVIEWED = "preview/invoices";

  @Test
  void tellsWhatWouldHappenAndWritesNoDocument() {
    HUB.preview(
        "invoices",
        "apercu.csv",
        file(invoice("APE-1", 2), invoice("APE-2", 1).with(0, "TVA %", "21")));

    Acknowledgement answer = HUB.awaitAcknowledgement(PREVIEWED, "apercu.csv");

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.count("Documents créés")).isEqualTo(1);
    assertThat(answer.count("Documents refusés")).isEqualTo(1);
    assertThat(answer.sentence()).startsWith("Une partie serait comptabilisée");
    assertThat(answer.cells(Acknowledgement.CORRECT)).hasSize(2);
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no IN ('APE-1', 'APE-2')"))
        .isZero();
    assertThat(number("SELECT count(*) FROM party WHERE submission_id = " + idOf("apercu.csv")))
        .isZero();
    assertThat(number("SELECT count(*) FROM product WHERE submission_id = " + idOf("apercu.csv")))
        .isZero();
  }

  @Test
  void whatWasPreviewedCanBePreviewedAgainAndThenPosted() {
    String text = file(invoice("APE-3", 2));
    HUB.preview("invoices", "d-abord.csv", text);
    assertThat(HUB.awaitAcknowledgement(PREVIEWED, "d-abord.csv").status()).isEqualTo("POSTED");
    HUB.preview("invoices", "encore.csv", text);
    assertThat(HUB.awaitAcknowledgement(PREVIEWED, "encore.csv").status()).isEqualTo("POSTED");

    HUB.drop("ensuite.csv", text);

    assertThat(HUB.awaitAcknowledgement("ensuite.csv").status()).isEqualTo("POSTED");
    assertThat(invoicesOf("ensuite.csv")).containsExactly("APE-3");
  }

  @Test
  void whatIsThereAlreadyIsToldAsUnchangedRevisedOrDuplicate() {
    String text = file(invoice("APE-4", 2));
    HUB.drop("compte.csv", text);
    assertThat(HUB.awaitAcknowledgement("compte.csv").status()).isEqualTo("POSTED");

    HUB.preview("invoices", "meme-fichier.csv", text);
    HUB.preview("invoices", "meme-contenu.csv", text + "\n");

    assertThat(HUB.awaitAcknowledgement(PREVIEWED, "meme-fichier.csv").status())
        .isEqualTo("DUPLICATE");
    Acknowledgement unchanged = HUB.awaitAcknowledgement(PREVIEWED, "meme-contenu.csv");
    assertThat(unchanged.count("Documents inchangés")).isEqualTo(1);
  }

  @Test
  void anOperatorStopsALongFileWhichMayComeAgain() {
    InvoiceText.Document[] invoices = new InvoiceText.Document[400];
    for (int i = 0; i < invoices.length; i++) {
      invoices[i] = invoice("LONG-" + i, 20);
    }
    String text = file(invoices);
    whileStopping(
        () -> {
          HUB.drop("long.csv", text);
          HUB.preview("invoices", "long-apercu.csv", text + "\n"); // other bytes: no duplicate

          assertThat(HUB.awaitAcknowledgement("long.csv").status()).isEqualTo("REJECTED");
          assertThat(HUB.awaitAcknowledgement(PREVIEWED, "long-apercu.csv").status())
              .isEqualTo("REJECTED");
        });
    assertThat(rulesOf("long.csv")).containsExactly("FIL-017");
    assertThat(rulesOf("long-apercu.csv")).containsExactly("FIL-017");
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no LIKE 'LONG-%'")).isZero();
    assertThat(number("SELECT count(*) FROM posting_progress")).isZero();

    HUB.drop("long-encore.csv", text);

    assertThat(HUB.awaitAcknowledgement("long-encore.csv").status()).isEqualTo("POSTED");
  }

  /** With an operator who stops every file. */
  private void whileStopping(Runnable dropping) {
    db.sql(
            "CREATE FUNCTION stop_it() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN NEW.stop_requested := true; RETURN NEW; END'")
        .update();
    db.sql(
            "CREATE TRIGGER stop_it BEFORE INSERT ON posting_progress"
                + " FOR EACH ROW EXECUTE FUNCTION stop_it()")
        .update();
    try {
      dropping.run();
    } finally {
      db.sql("DROP TRIGGER stop_it ON posting_progress").update();
      db.sql("DROP FUNCTION stop_it").update();
    }
  }
}
