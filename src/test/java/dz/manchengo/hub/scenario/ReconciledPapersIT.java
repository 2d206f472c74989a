package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Papers explain a difference as far as they have to do with it, and no stock is missed twice. */
class ReconciledPapersIT extends PapersScenario {
  /** An invoice whose second delivery is of three days later lacks no exit. */
  @Test
  void whatLeftInTwoDeliveriesCountsOnBothSidesOfTheCutOff() {
    counted(
        "RPA1",
        """
        30/10/2024;VENTE;%1$s;;D%1$s;60;;BLRPA-1
        02/11/2024;VENTE;%1$s;;D%1$s;40;;BLRPA-2
        """,
        "F-%1$s;30/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;100;500;19;\"BLRPA-1, BLRPA-2\"\n",
        900);

    assertThat(papers("RPA1")).containsExactly("REC-001 RPA1 40");
    assertThat(proposed("DRPA1")).containsExactly("RPA1 -40 -16000 DOUBLE PENDING");
  }

  @Test
  void anExitThatWasRecordedLaterIsNamedAndNotPostedASecondTime() {
    counted(
        "RPA2",
        "10/11/2024;VENTE;%1$s;;D%1$s;50;;BLRPA-3\n",
        "F-%1$s;25/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;50;500;19;BLRPA-3\n",
        950);

    assertThat(papers("RPA2"))
        .containsExactly("REC-001 RPA2 50", "REC-003 RPA2 50 F-RPA2 → BLRPA-3 (10/11/2024)");
    assertThat(proposed("DRPA2")).containsExactly("RPA2 -50 -20000 DOUBLE PENDING");
  }

  /** A lot written otherwise is one that the book has not: somebody looks at it. */
  @Test
  void aLotThatTheBookHasNotIsApproved() {
    take(
        "stock-movements",
        "rpl7-m.csv",
        MOVEMENTS
            + """
            01/10/2024;OPENING;RPA7;RPA7-001;DRPA7;1000;100;O-RPA7-1
            01/10/2024;OPENING;RPA7;RPA7-108;DRPA7;6;100;O-RPA7-2
            """);
    take(
        "stock-counts",
        "rpl7-c.csv",
        COUNTS
            + """
            31/10/2024 18:00;DRPA7;RPA7;RPA7-001;1000;;Ali;
            31/10/2024 18:00;DRPA7;RPA7;RPA7-18;6;;Ali;
            """);
    reconcile("2024-11-14");

    assertThat(proposed("DRPA7")).contains("RPA7 RPA7-18 6 600 DOUBLE PENDING");
  }

  /** 60 were invoiced in two, 30 of them left the book: the count misses what did not. */
  @Test
  void whatADeliveryOfTwoInvoicesLacksIsExplained() {
    counted(
        "RPA6",
        "10/10/2024;VENTE;%1$s;;D%1$s;30;;BLRPA-6\n",
        """
        F-%1$sA;10/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;40;500;19;BLRPA-6
        F-%1$sB;11/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;20;500;19;BLRPA-6
        """,
        940);

    assertThat(papers("RPA6")).containsExactly("REC-005 RPA6 30 F-RPA6A, F-RPA6B");
  }

  @Test
  void aReturnWithoutACreditNoteExplainsNoShortage() {
    counted(
        "RPA3",
        """
        10/10/2024;VENTE;%1$s;;D%1$s;63;;BLRPA-4
        20/10/2024;RETOUR_CLIENT;%1$s;;D%1$s;23;;RCRPA-1
        """,
        "F-%1$s;10/10/2024;CRPA;Client RPA;%1$s;Pâte RPA;63;500;19;BLRPA-4\n",
        940);

    assertThat(papers("RPA3")).containsExactly("REC-001 RPA3 20", "REC-003 RPA3 23 RCRPA-1");
    assertThat(proposed("DRPA3")).containsExactly("RPA3 -20 -8000 SINGLE PENDING");
  }

  /** Programs sell without lots; the count finds the lots as they are. */
  @Test
  void exitsWithoutALotAccuseNobody() throws IOException {
    take(
        "stock-movements",
        "rpq-m.csv",
        MOVEMENTS
            + """
            01/10/2024;OPENING;RPQ-1;RPQ-A;DRPQ;600;100;O-RPQ-A
            01/10/2024;OPENING;RPQ-1;RPQ-B;DRPQ;400;100;O-RPQ-B
            15/10/2024;VENTE;RPQ-1;;DRPQ;200;;BLRPQ-1
            """);
    take(
        "stock-counts",
        "rpq-c.csv",
        COUNTS
            + """
            31/10/2024 18:00;DRPQ;RPQ-1;RPQ-A;400;;Ali;
            31/10/2024 18:00;DRPQ;RPQ-1;RPQ-B;398;;Ali;
            """);
    reconcile("2024-11-12");

    Path workbook =
        HUB.home()
            .resolve("reports/reconcile-stock/rapprochement-INV-DRPQ-20241031-2024-11-12.xlsx");
    try (ReportWorkbook book = ReportWorkbook.open(workbook)) {
      assertThat(book.table("Écarts"))
          .extracting(row -> row.get("Lot") + " " + row.get("Comptage 1") + " " + row.get("Retenu"))
          .containsExactlyInAnyOrder("  0", "RPQ-A 400 400", "RPQ-B 398 398");
    }
    assertThat(told("DRPQ")).contains("REC-001 RPQ-1 2").noneMatch(one -> one.contains("CNT-005"));
    assertThat(proposed("DRPQ"))
        .containsExactly(
            "RPQ-1 200 20000 AUTO APPROVED INVENTORY_ADJUSTMENT",
            "RPQ-1 RPQ-A -200 -20000 AUTO APPROVED INVENTORY_ADJUSTMENT",
            "RPQ-1 RPQ-B -2 -200 AUTO APPROVED INVENTORY_ADJUSTMENT");
    assertThat(count(0, "post", "INV-DRPQ-20241031", "--by", "Zoé")).contains("3 ligne(s)");
    assertThat(
            db.sql(
                    """
                    SELECT concat_ws(' ', lot_code, trim_scale(sum(qty_base))) FROM stock_movement
                    JOIN product USING (product_id) LEFT JOIN lot USING (lot_id)
                    WHERE product_code = 'RPQ-1' GROUP BY lot_code ORDER BY lot_code NULLS FIRST
                    """)
                .query(String.class)
                .list())
        .containsExactly("0", "RPQ-A 400", "RPQ-B 398");
  }

  /** Of a lot that was not counted the sale may as well be. */
  @Test
  void exitsWithoutALotAreLeftAloneWhereALotWasNotCounted() {
    take(
        "stock-movements",
        "rpm-m.csv",
        MOVEMENTS
            + """
            01/10/2024;OPENING;RPM-1;RPM-A;DRPM;600;100;O-RPM-A
            01/10/2024;OPENING;RPM-1;RPM-B;DRPM;400;100;O-RPM-B
            15/10/2024;VENTE;RPM-1;;DRPM;200;;BLRPM-1
            """);
    take("stock-counts", "rpm-c.csv", COUNTS + "31/10/2024 18:00;DRPM;RPM-1;RPM-A;590;;Ali;\n");
    reconcile("2024-11-13");

    assertThat(proposed("DRPM")).containsExactly("RPM-1 RPM-A -10 -1000 SINGLE PENDING");
  }

  /** What somebody signs is what stands in the ledger, whatever came between count and posting. */
  @Test
  void theValueThatWasApprovedIsPosted() {
    take(
        "stock-movements",
        "rpv-m.csv",
        MOVEMENTS
            + """
            01/10/2024;OPENING;RPV-1;;DRPV;10000;100;O-RPV
            31/10/2024 18:30;RECEPTION;RPV-1;;DRPV;10000;1500;R-RPV
            """);
    take(
        "stock-counts",
        "rpv-c.csv",
        "N° inventaire;" + COUNTS + "INV-RPV;31/10/2024 19:00;DRPV;RPV-1;;19910;;Ali;\n");
    db.sql(
            "UPDATE count_session SET cutoff_at = '2024-10-31 18:00+01' WHERE session_no = 'INV-RPV'")
        .update();
    reconcile("2024-11-14");
    assertThat(proposed("DRPV")).containsExactly("RPV-1 -90 -72000 DOUBLE PENDING");

    count(0, "approve", "INV-RPV", "--by", "Aya", "--reason", "COUNT_ERROR");
    take(
        "stock-movements",
        "rpv-2.csv",
        MOVEMENTS + "15/10/2024;RECEPTION;RPV-1;;DRPW;10000;1500;R-RPV-2\n");
    assertThat(count(2, "approve", "INV-RPV", "--by", "Zoé")).contains("rapproche");
    reconcile("2024-11-14");
    count(0, "approve", "INV-RPV", "--by", "Aya", "--reason", "COUNT_ERROR");
    count(0, "approve", "INV-RPV", "--by", "Zoé");
    String approved = proposed("DRPV").get(0);
    count(0, "post", "INV-RPV", "--by", "Zoé");

    assertThat(proposed("DRPV")).containsExactly(approved.replace("APPROVED", "POSTED"));
    assertThat(
            db.sql("SELECT trim_scale(value)::text FROM stock_movement WHERE ref_no = 'INV-RPV'")
                .query(String.class)
                .single())
        .isEqualTo(approved.split(" ", -1)[2]);
  }

  @Test
  void aRecountWithoutATimeOnADayOnWhichItMovedIsTold() {
    take(
        "stock-movements",
        "rphh-m.csv",
        MOVEMENTS
            + """
            01/10/2024;OPENING;RPHH-1;;DRPJ;100;100;O-RPHH-1
            01/10/2024;OPENING;RPHH-2;;DRPJ;100;100;O-RPHH-2
            05/11/2024 15:00;VENTE;RPHH-1;;DRPJ;20;;BLRPHH-1
            05/11/2024 15:00;VENTE;RPHH-2;;DRPJ;20;;BLRPHH-2
            """);
    take(
        "stock-counts",
        "rphh-c.csv",
        COUNTS
            + """
            31/10/2024;DRPJ;RPHH-1;;90;;Ali;
            31/10/2024;DRPJ;RPHH-2;;90;;Ali;
            """);
    take(
        "stock-counts",
        "rphh-r.csv",
        """
        N° inventaire;Date;Heure;Dépôt;Code article;Passage;Quantité comptée;Compteur
        INV-DRPJ-20241031;05/11/2024;;DRPJ;RPHH-1;2;90;Karim
        INV-DRPJ-20241031;05/11/2024;10h30;DRPJ;RPHH-2;2;90;Karim
        """);
    reconcile("2024-11-15");

    assertThat(told("DRPJ"))
        .contains("CNT-026 RPHH-1 -20 BLRPHH-1", "CNT-009 RPHH-1 10")
        .noneMatch(one -> one.startsWith("CNT-026 RPHH-2") || one.startsWith("CNT-009 RPHH-2"));
    assertThat(proposed("DRPJ")).containsExactly("RPHH-2 -10 -1000 DOUBLE PENDING");
  }
}
