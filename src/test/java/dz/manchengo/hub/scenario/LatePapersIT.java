package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Papers that come later than what they are about, before a difference is posted and after. */
class LatePapersIT extends PapersScenario {
  /** What lay there at the count and was entered two days later is in the book by now. */
  @Test
  void aReturnThatWasEnteredLaterExplainsNoSurplus() {
    counted(
        "RPA11",
        """
        15/10/2024;VENTE;%1$s;;D%1$s;5;;BLRPA-16
        02/11/2024;RETOUR_CLIENT;%1$s;;D%1$s;5;;RCRPA-16
        """,
        "",
        1000);

    assertThat(papers("RPA11"))
        .contains("REC-002 RPA11 5")
        .noneMatch(one -> one.contains("REC-006"));
  }

  /** Nobody entered what a credit note says came back. */
  @Test
  void aCreditNoteWithoutItsReturnExplainsASurplus() {
    counted(
        "RPA12",
        "15/10/2024;VENTE;%1$s;;D%1$s;20;;BLRPA-17\n",
        """
        F-%1$s;15/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;20;500;19;BLRPA-17
        A-%1$s;25/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;-5;500;19;
        """,
        985);

    assertThat(papers("RPA12"))
        .contains("REC-006 RPA12 5")
        .noneMatch(one -> one.contains("REC-002"));
  }

  /** The count put back what never left; taking the exit back would do so once more. */
  @Test
  void aReversalThatComesAfterItsDifferenceWasPostedIsTold() {
    counted("RPA10", "15/10/2024;VENTE;%1$s;;D%1$s;8;;BLRPA-15\n", "", 1000);
    count(0, "post", "INV-DRPA10-20241031", "--by", "Zoé");

    take(
        "stock-movements",
        "RPA10-annul.csv",
        MOVEMENTS + "12/11/2024;REVERSAL;RPA10;;DRPA10;8;;BLRPA-15\n");

    assertThat(rulesOf("RPA10-annul.csv")).contains("MVT-022");
  }

  /** The invoice of an exit comes with the month's end: the goods did leave. */
  @Test
  void anExitThatIsInvoicedLaterExplainsNoSurplus() {
    counted(
        "RPA9",
        "15/10/2024;VENTE;%1$s;;D%1$s;10;;BLRPA-14\n",
        "F-%1$s;08/11/2024;CRPA;Client RPA;%1$s;Pâte RPA;10;500;19;BLRPA-14\n",
        995);

    assertThat(papers("RPA9")).contains("REC-002 RPA9 5").noneMatch(one -> one.contains("REC-006"));
  }

  /** An invoice that comes after all may say where it went. */
  @Test
  void anInvoiceThatCameSinceIsLookedAtFirst() {
    counted("RPA8", "", "F-%1$s;25/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;4;500;19;BLRPA-11\n", 992);
    assertThat(proposed("DRPA8")).containsExactly("RPA8 -8 -3200 AUTO APPROVED UNRECORDED_EXIT");

    take(
        "invoices",
        "RPA8-tard.csv",
        INVOICES + "F-RPA8B;26/10/2024;CRPA;Client RPA;RPA8;Pâte RPA;4;500;19;BLRPA-12\n");

    assertThat(count(2, "post", "INV-DRPA8-20241031", "--by", "Zoé")).contains("factures");
    reconcile("2024-11-15");
    assertThat(papers("RPA8")).contains("REC-005 RPA8 8 F-RPA8, F-RPA8B");
    count(0, "post", "INV-DRPA8-20241031", "--by", "Zoé");
  }

  /** The count took off what no exit had; the exit comes after all, with the day it was typed. */
  @Test
  void anExitThatComesAfterItsDifferenceWasPostedIsTold() {
    counted("RPA5", "", "F-%1$s;25/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;8;500;19;BLRPA-9\n", 992);
    assertThat(papers("RPA5")).contains("REC-005 RPA5 8 F-RPA5");
    count(0, "post", "INV-DRPA5-20241031", "--by", "Zoé");

    take(
        "stock-movements",
        "RPA5-tard.csv",
        MOVEMENTS + "12/11/2024;VENTE;RPA5;;DRPA5;8;;BLRPA-9\n");

    assertThat(rulesOf("RPA5-tard.csv")).contains("MVT-022").doesNotContain("MVT-015");
  }

  /** Nobody knew where it had gone; the month's last invoices say it. */
  @Test
  void anInvoiceThatComesAfterItsShortageWasPostedIsTold() {
    counted("RPA13", "15/10/2024;VENTE;%1$s;;D%1$s;20;;BLRPA-18\n", "", 972);
    count(0, "post", "INV-DRPA13-20241031", "--by", "Zoé");

    take(
        "invoices",
        "RPA13-tard.csv",
        INVOICES
            + """
            F-RPA13A;26/10/2024;CRPA;Client RPA;RPA13;Pâte RPA;20;500;19;BLRPA-18
            F-RPA13B;28/10/2024;CRPA;Client RPA;RPA13;Pâte RPA;8;500;19;BLRPA-19
            F-RPA13C;04/11/2024;CRPA;Client RPA;RPA13;Pâte RPA;8;500;19;BLRPA-20
            """);

    assertThat(
            db.sql(
                    """
                    SELECT message FROM finding JOIN submission s ON s.id = submission_id
                    WHERE original_name = 'RPA13-tard.csv' AND rule_code = 'INV-064'
                    """)
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("F-RPA13B", "vend 8 de RPA13", "INV-DRPA13-20241031", "retiré 8");
  }

  /** Three short counts that the invoices explain say nothing about who counted. */
  @Test
  void whoFindsWhatPapersExplainIsNamedForNothing() {
    String counts = "31/10/2024 18:00;DRPA14;RPA14;;992;;Ali;\n";
    for (int day = 10; day < 30; day += 10) {
      counts += "%d/10/2024 18:00;DRPA14;RPA14;;%d;;Ali;%n".formatted(day, 996 - day / 10);
    }
    take(
        "stock-movements",
        "RPA14-m.csv",
        MOVEMENTS + "01/10/2024;OPENING;RPA14;;DRPA14;1000;400;O-RPA14\n");
    take(
        "invoices",
        "RPA14-f.csv",
        INVOICES
            + """
            F-RPA14A;05/10/2024;CRPA;Client RPA;RPA14;Pâte RPA;5;500;19;BLRPA-21
            F-RPA14B;15/10/2024;CRPA;Client RPA;RPA14;Pâte RPA;1;500;19;BLRPA-22
            F-RPA14C;25/10/2024;CRPA;Client RPA;RPA14;Pâte RPA;2;500;19;BLRPA-23
            """);
    take("stock-counts", "RPA14-c.csv", COUNTS + counts);

    reconcile("2024-11-18");

    assertThat(told("DRPA14"))
        .contains("REC-005 RPA14 8 F-RPA14A, F-RPA14B, F-RPA14C")
        .noneMatch(one -> one.startsWith("CNT-015"));
  }

  /** Both exits are there, the second one of two days after the count. */
  @ParameterizedTest
  @CsvSource({
    "RPA15,' et '",
    "RPA16,' / '",
    "RPA17,/",
    "RPA18,' '",
    "RPA19,' - '",
    "RPA20,'; '",
    "RPA21,' + '"
  })
  void severalDeliveriesOfAnInvoiceAreReadAsTheyAreWritten(String product, String between) {
    String deliveries = "\"BL%1$s-1" + between + "BL%1$s-2\"";
    counted(
        product,
        """
        30/10/2024;VENTE;%1$s;;D%1$s;20;;BL%1$s-1
        02/11/2024;VENTE;%1$s;;D%1$s;10;;BL%1$s-2
        """,
        "F-%1$s;30/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;30;500;19;" + deliveries + "\n",
        970);

    assertThat(papers(product)).containsExactly("REC-001 " + product + " 10");
  }

  /** The count put back what a credit note says came back; the return is entered after all. */
  @Test
  void aReturnThatComesAfterItsDifferenceWasPostedIsTold() {
    counted(
        "RPA22",
        "15/10/2024;VENTE;%1$s;;D%1$s;20;;BLRPA-30\n",
        """
        F-%1$s;15/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;20;500;19;BLRPA-30
        A-%1$s;25/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;-5;500;19;
        """,
        985);
    count(0, "post", "INV-DRPA22-20241031", "--by", "Zoé");

    take(
        "stock-movements",
        "RPA22-tard.csv",
        MOVEMENTS
            + """
            12/11/2024;RETOUR_CLIENT;RPA22;;DRPA22;5;;A-RPA22
            """);

    assertThat(rulesOf("RPA22-tard.csv")).contains("MVT-022");
  }

  /** So with what was made before the count and entered with the day on which it was typed. */
  @Test
  void aProductionThatComesAfterItsDifferenceWasPostedIsTold() {
    take(
        "production",
        "RPA23-of.csv",
        ProductionScenario.HEADER
            + "OFRPA-1;20/10/2024;RPA23;LRPA23;50;pce;;MRPA23;LMRPA23;300;kg\n");
    take(
        "stock-movements",
        "RPA23-m.csv",
        MOVEMENTS + "01/10/2024;OPENING;RPA23;LRPA23;DRPA23;100;400;O-RPA23\n");
    take(
        "stock-counts", "RPA23-c.csv", COUNTS + "31/10/2024 18:00;DRPA23;RPA23;LRPA23;150;;Ali;\n");
    reconcile("2024-11-11");
    count(0, "approve", "INV-DRPA23-20241031", "--by", "Aya", "--reason", "UNRECORDED_ENTRY");
    count(0, "approve", "INV-DRPA23-20241031", "--by", "Zoé");
    count(0, "post", "INV-DRPA23-20241031", "--by", "Zoé");

    take(
        "stock-movements",
        "RPA23-tard.csv",
        MOVEMENTS + "12/11/2024;PRODUCTION_IN;RPA23;LRPA23;DRPA23;50;400;OFRPA-1\n");

    assertThat(rulesOf("RPA23-tard.csv")).contains("MVT-022");
  }
}
