package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns that hand-made lists have beside the usual ones, and what becomes of them. */
class UsualColumnsIT extends InProcessHub {
  @Test
  void exemptAmountsHaveAColumnOfTheirOwnOrItIsAnsweredByYesAndNo() throws IOException {
    dropInvoices(
        "usual-exempt.csv",
        """
        Date;N° facture;Client;Total HT;Exonéré;TVA;TTC
        15/10/2026;UC-E1;Salam UC;5000,00;1000,00;760,00;5760,00
        15/10/2026;UC-E2;Salam UC;3000,00;;570,00;3570,00
        15/10/2026;UC-E3;Salam UC;3000,00;3000,00;0,00;3000,00
        """);
    dropInvoices(
        "usual-exempt-word.csv",
        """
        Date;N° facture;Client;Exonéré;HT 9%;TVA 9%;HT 19%;TVA 19%;TTC
        15/10/2026;UC-E4;Salam UC;Non;2000,00;180,00;3000,00;570,00;5750,00
        """);

    assertThat(vatOf("UC-E1")).containsExactly("0.00 1000.00 0.00", "19.00 4000.00 760.00");
    assertThat(vatOf("UC-E2")).containsExactly("19.00 3000.00 570.00");
    assertThat(vatOf("UC-E3")).containsExactly("0.00 3000.00 0.00");
    assertThat(rulesOf("usual-exempt.csv")).doesNotContain("INV-041", "INV-044", "FIL-005");
    assertThat(vatOf("UC-E4")).containsExactly("9.00 2000.00 180.00", "19.00 3000.00 570.00");
    assertThat(rulesOf("usual-exempt-word.csv")).contains("FIL-005");
  }

  /** 9 on 47,37 is the VAT at 19 %, and 19 on 211,11 that at 9 %: the header says what they are. */
  @Test
  void aPercentageInTheHeadIsNoAmount() throws IOException {
    dropInvoices(
        "usual-percent.csv",
        """
        N° facture;Date;Client facturé;Désignation;Quantité facturée;P. Unitaire HT;R%;TVA (en %)
        UC-P1;12/11/2026;Salam UC;Beurre UC;1;47,37;0;9
        UC-P2;12/11/2026;Salam UC;Beurre UC;1;211,11;0;19
        UC-P3;12/11/2026;Salam UC;Beurre UC;2;300,00;10;19
        """);

    assertThat(vatOf("UC-P1")).containsExactly("9.00 47.37 4.26");
    assertThat(vatOf("UC-P2")).containsExactly("19.00 211.11 40.11");
    assertThat(vatOf("UC-P3")).containsExactly("19.00 540.00 102.60");
  }

  @Test
  void anImpossibleDueDateIsToldWithTheOneThatIsRecorded() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "usual-due.csv",
            """
            N° facture;Date;Échéance;Client;Désignation;Qté;PU HT;TVA
            UC-D1;12/11/2026;11/11/2026;Salam UC;Beurre UC;1;100,00;19
            """);

    assertThat(only("SELECT due_date::text FROM invoice WHERE invoice_no = :no", "UC-D1"))
        .isEqualTo("2026-12-12");
    assertThat(answer.cells("Constats").toString())
        .contains("Échéance 11/11/2026 antérieure à la facture 12/11/2026")
        .contains("enregistrée au 12/12/2026");
  }

  @Test
  void aWeightIsTheQuantityWhereThePriceIsByIt() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "usual-weight.csv",
            """
            Date;N° facture;Client;Désignation;Poids (kg);Prix du kg HT;Taux TVA
            15/10/2026;UC-W1;Salam UC;Meule UC;12,5;1200,00;19
            """);
    dropInvoices(
        "usual-weight-beside.csv",
        """
        Date;N° facture;Client;Désignation;Poids net;Unité;Prix au kilo;Taux TVA
        15/10/2026;UC-W2;Salam UC;Meule UC;500;g;1200,00;19
        """);
    dropInvoices(
        "usual-weight-of-what.csv",
        """
        Date;N° facture;Client;Désignation;Poids;Prix HT;Taux TVA
        15/10/2026;UC-W3;Salam UC;Meule UC;500;1200,00;19
        """);

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(rulesOf("usual-weight.csv")).contains("FIL-007");
    assertThat(linesOf("UC-W1")).isEqualTo("12.5 KG 15000.00");
    assertThat(linesOf("UC-W2")).isEqualTo("0.5 KG 600.00");
    assertThat(invoicesOf("usual-weight-of-what.csv")).isEmpty();
    assertThat(rulesOf("usual-weight-of-what.csv")).contains("FIL-004");
  }

  /** The surplus delimiter of one row must not make a rate of VAT an amount for all. */
  @Test
  void aShiftedRowSaysNothingOfTheColumns() throws IOException {
    dropInvoices(
        "usual-shifted.csv",
        """
        N° facture;Date;Client;Article;Désignation;Qté;PU HT;TVA
        UC-S1;15/10/2026;Salam UC;UC-G5;Gouda; meule UC;8;1200,00;19
        UC-S2;15/10/2026;Salam UC;UC-G9;Gouda tranche UC;12;120,00;19
        """);

    assertThat(invoicesOf("usual-shifted.csv")).containsExactly("UC-S2");
    assertThat(rulesOf("usual-shifted.csv")).contains("FIL-019").doesNotContain("INV-035");
  }

  @Test
  void aTradeRegisterBesideTheDayOfAFormIsNotItsLabel() throws IOException {
    dropInvoices(
        "usual-register.csv",
        """
        SARL Laiterie UC;;;;;FACTURE
        Zone industrielle;;;;;
        RC : 16/00-0000001B20;;;;;Alger, le 05/10/2026
        ;;;;;
        Facture N° :;UC-R1;;;Client :;Salam UC
        ;;;;;
        N°;Désignation;Unité;Quantité;P.U. HT;Montant HT
        1;Gouda UC;kg;2;100,00;200,00
        ;;;;Total HT;200,00
        ;;;;TVA 19%;38,00
        ;;;;Total TTC;238,00
        """);

    assertThat(only("SELECT invoice_date::text FROM invoice WHERE invoice_no = :no", "UC-R1"))
        .isEqualTo("2026-10-05");
  }

  @Test
  void theAccountOfAllCustomersIsNobodysCode() throws IOException {
    dropInvoices(
        "usual-account.csv",
        """
        N° facture;Date;Compte client;Client;HT;TVA;TTC
        UC-C1;15/10/2026;411000;Salam UC;10000,00;1900,00;11900,00
        UC-C2;15/10/2026;411000;Bahia UC;1000,00;190,00;1190,00
        """);

    for (String[] one : new String[][] {{"UC-C1", "Salam UC"}, {"UC-C2", "Bahia UC"}}) {
      assertThat(
              only(
                  "SELECT name FROM invoice JOIN party ON party_id = receiver_id WHERE invoice_no = :no",
                  one[0]))
          .isEqualTo(one[1]);
    }
    assertThat(rulesOf("usual-account.csv")).contains("MDM-028").doesNotContain("MDM-011");
  }

  @Test
  void theNetAmountOfAJournalIsWhatIsTaxed() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "usual-net.csv",
            """
            N° facture;Date;Client;Total HT;Remise;Net HT;TVA;TTC
            UC-N1;15/10/2026;Salam UC;10000,00;500,00;9500,00;1805,00;11305,00
            UC-N2;15/10/2026;Bahia UC;2000,00;0,00;2000,00;380,00;2380,00
            """);

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(vatOf("UC-N1")).containsExactly("19.00 9500.00 1805.00");
    assertThat(answer.cells("Résumé").toString()).contains("« Net HT »");
  }

  /** Whatever was taken off before, « HT net » is what is taxed. */
  @Test
  void aDiscountOfAJournalIsNeverAskedAbout() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "usual-ht-net.csv",
            """
            Date;N° facture;Client;HT brut;Remise;HT net;TVA 19%;TTC
            15/10/2026;UC-H1;Salam UC;1000,00;100,00;900,00;171,00;1071,00
            """);

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(vatOf("UC-H1")).containsExactly("19.00 900.00 171.00");
    assertThat(rulesOf("usual-ht-net.csv")).doesNotContain("FMT-018", "FMT-019");
  }

  @Test
  void theStampAndADiscountNeedNoQuantity() throws IOException {
    dropInvoices(
        "usual-once.csv",
        """
        N° facture;Date;Client;Désignation;Qté;PU HT;Montant HT;Taux TVA;Mode de règlement
        UC-O1;15/10/2026;Salam UC;Gouda UC;10;119,33;1193,30;19;Espèces
        UC-O1;15/10/2026;Salam UC;Droit de timbre;;;15,00;;Espèces
        UC-O2;15/10/2026;Bahia UC;Gouda UC;10;100,00;1000,00;19;Chèque
        UC-O2;15/10/2026;Bahia UC;Remise commerciale;;;-100,00;19;Chèque
        """);

    assertThat(invoicesOf("usual-once.csv")).containsExactly("UC-O1", "UC-O2");
    assertThat(vatOf("UC-O1")).containsExactly("19.00 1193.30 226.73");
    assertThat(vatOf("UC-O2")).containsExactly("19.00 900.00 171.00");
    assertThat(rulesOf("usual-once.csv")).contains("INV-045", "INV-050").doesNotContain("FMT-001");
  }

  /** Then the decimal commas stand in more rows than the header has semicolons. */
  @Test
  void mostRowsMayBeShifted() throws IOException {
    dropInvoices(
        "usual-most-shifted.csv",
        """
        N° facture;Date;Client;Désignation;Quantité;Prix unitaire HT;Montant HT;TVA
        UC-M1;01/10/2026;Salam UC;Edam UC;3;500,00;1500,00;19
        UC-M2;09/10/2026;Salam UC;Gouda; meule UC;2;1000,00;2000,00;19
        UC-M3;09/10/2026;Salam UC;Gouda; boule UC;2;1000,00;2000,00;19
        """);

    assertThat(invoicesOf("usual-most-shifted.csv")).containsExactly("UC-M1");
    assertThat(rulesOf("usual-most-shifted.csv")).contains("FIL-019").doesNotContain("FIL-003");
  }

  @Test
  void aTitleNextToACodeIsTheCustomersNameWhereTheArticleHasOne() throws IOException {
    dropInvoices(
        "usual-title.csv",
        """
        N° BL;N° facture;Date facture;Code tiers;Intitulé;Référence article;Désignation;Quantité;Prix unitaire;Remise;Prix net;Montant HT;Taxe
        BL01;UC-I1;02/11/2026;CL-UCI;Djurdjura UC;ART-UCI;Lait UCI;10,00;100,00;10%;90,00;900,00;19,00
        """);

    assertThat(invoicesOf("usual-title.csv")).containsExactly("UC-I1");
    assertThat(
            only(
                "SELECT p.name || ', ' || d.description FROM invoice JOIN party p ON party_id = receiver_id"
                    + " JOIN invoice_line d USING (invoice_id) WHERE invoice_no = :no",
                "UC-I1"))
        .isEqualTo("Djurdjura UC, Lait UCI");
    assertThat(rulesOf("usual-title.csv")).contains("FIL-007").doesNotContain("FIL-006");
  }

  private String linesOf(String invoice) {
    return only(
        """
        SELECT concat_ws(' ', trim_scale(l.qty), l.uom_code, l.line_ht)
          FROM invoice_line l JOIN invoice i USING (invoice_id)
         WHERE i.invoice_no = :no""",
        invoice);
  }

  private String only(String sql, String invoice) {
    return db.sql(sql).param("no", invoice).query(String.class).single();
  }

  private List<String> vatOf(String invoice) {
    return db.sql(
            """
            SELECT concat_ws(' ', v.vat_rate, v.base, v.vat)
              FROM invoice_vat v JOIN invoice i USING (invoice_id)
             WHERE i.invoice_no = :no ORDER BY v.vat_rate""")
        .param("no", invoice)
        .query(String.class)
        .list();
  }
}
