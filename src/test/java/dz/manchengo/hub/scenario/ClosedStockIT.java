package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.reconciliation.CountCommand;
import dz.manchengo.hub.reconciliation.StockCommand;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stock is closed through a day by a command: nothing is written or counted before it any more. */
class ClosedStockIT extends ReconciliationScenario {
  private static final String DAY = "2015-06-30";

  @AfterEach
  void open() {
    db.sql("DELETE FROM stock_closing").update();
  }

  private static String stock(int exit, String... words) {
    return said(new StockCommand(), exit, words);
  }

  @Test
  void whatMovedOrWasCountedBeforeIsRefusedUntilItIsOpenedAgain() {
    assertThat(stock(0, "close", "--through", DAY, "--by", "Zoé"))
        .contains("Stock clos jusqu'au 30/06/2015 inclus, par Zoé le ");
    HUB.drop(
        "stock-movements",
        "clos-m.csv",
        (MOVEMENTS + "30/06/2015;OPENING;CLO-1;;CLODEP;100;10;CLO-O1\n").getBytes(UTF_8));
    HUB.drop(
        "stock-counts",
        "clos-c.csv",
        (COUNTS + "30/06/2015;CLODEP;CLO-1;;90;;Ali;\n01/07/2015;CLODEP;CLO-1;;90;;Ali;\n")
            .getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("stock-movements", "clos-m.csv").status())
        .isEqualTo("REJECTED");
    assertThat(rulesOf("clos-m.csv")).contains("MVT-003");
    assertThat(HUB.awaitAcknowledgement("stock-counts", "clos-c.csv").status())
        .isEqualTo("PARTIAL");
    assertThat(rulesOf("clos-c.csv")).contains("MVT-003");

    assertThat(stock(2, "close", "--through", "2015-05-31", "--by", "Zoé"))
        .contains("clos jusqu'au 30/06/2015. Rouvrir à partir du 01/06/2015 demande un motif");
    assertThat(stock(0, "close", "--through", "2015-05-31", "--by", "Aya", "--because", "oubli"))
        .contains("clos jusqu'au 31/05/2015 inclus, par Aya", "motif : oubli");
    take(
        "stock-movements",
        "clos-m2.csv",
        MOVEMENTS + "30/06/2015;OPENING;CLO-1;;CLODEP;100;10;CLO-O1\n");
    take( // what other scenarios add up has nothing of it
        "stock-movements",
        "clos-m3.csv",
        MOVEMENTS + "01/07/2015;PERTE;CLO-1;;CLODEP;100;;CLO-P1\n");
    assertThat(stock(0, "closings").lines())
        .satisfiesExactly(
            last -> assertThat(last).contains("31/05/2015", "Aya"),
            first -> assertThat(first).contains("30/06/2015", "Zoé"));
  }

  @Test
  void aCountThatIsNotPostedKeepsItsPeriodOpen() {
    take(
        "stock-movements",
        "clos-p.csv",
        MOVEMENTS + "01/03/2015;OPENING;CLO-2;;CLOPOST;100;10;CLO-O2\n");
    take("stock-counts", "clos-pc.csv", COUNTS + "31/03/2015;CLOPOST;CLO-2;;100;;Ali;\n");
    assertThat(stock(2, "close", "--through", "2015-03-31", "--by", "Zoé"))
        .contains("Pas clos au 31/03/2015", "INV-CLOPOST-20150331");
    assertThat(stock(0, "closings")).isEmpty();
    said(new CountCommand(), 0, "close", "INV-CLOPOST-20150331", "--by", "Zoé");
    take(
        "stock-movements",
        "clos-p2.csv",
        MOVEMENTS + "02/04/2015;PERTE;CLO-2;;CLOPOST;100;;CLO-P2\n");
    stock(0, "close", "--through", "2015-03-31", "--by", "Zoé");
    assertThat(stock(0, "closings")).contains("31/03/2015");
  }

  @Test
  void whatIsNoDayOrStillToComeIsRefused() {
    String tomorrow = LocalDate.now(ZoneId.of("Africa/Algiers")).plusDays(1).toString();
    assertThat(stock(2, "close", "--through", "30/06", "--by", "Zoé")).contains("« 30/06 »");
    assertThat(stock(2, "close", "--through", tomorrow, "--by", "Zoé")).contains("encore à venir");
    assertThat(stock(2, "close", "--through", DAY)).contains("stock close --through");
    assertThat(stock(2, "ouvrir", "--by", "Zoé")).contains("stock closings");
    assertThat(stock(0, "closings")).isEmpty();
  }
}
