package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Lists whose headers, digits and totals are Arabic. */
class ArabicListTest {
  @Test
  void linesAreRead() throws UnreadableFile {
    SheetSamples.Read list =
        sheet(
            "رقم الفاتورة;التاريخ;رمز الزبون;اسم الزبون;التعيين;الكمية;سعر الوحدة (دج);نسبة الرسم",
            "F-1;05/10/2026;C1;شركة الأمل;جبن;٣;١٠٠,٥٠;١٩",
            "F-1;05/10/2026;C1;شركة الأمل;حليب;2;50,00;9",
            "المجموع;;;;;;;");

    assertThat(list.data()).hasSize(2);
    assertThat(list.data().get(0).header())
        .containsEntry("doc_no", "F-1")
        .containsEntry("doc_date", LocalDate.of(2026, 10, 5))
        .containsEntry("party_code", "C1")
        .containsEntry("party_name", "شركة الأمل");
    assertThat(list.data().get(0).line())
        .containsEntry("description", "جبن")
        .containsEntry("qty", BigDecimal.valueOf(3))
        .containsEntry("unit_price_ht", new BigDecimal("100.50"))
        .containsEntry("vat_rate", BigDecimal.valueOf(19));
  }

  @Test
  void aJournalAndItsTotalsAreRead() throws UnreadableFile {
    SheetSamples.Read journal =
        sheet(
            "رقم الفاتورة;التاريخ;اسم الزبون;المبلغ خارج الرسم;مبلغ الرسم على القيمة المضافة;المجموع بكل الرسوم",
            "F-8;05/10/2026;شركة الأمل;100,00;19,00;119,00",
            "F-9;06/10/2026;شركة الأمل;200,00;38,00;238,00",
            "المجموع العام;;;300,00;57,00;357,00",
            "الإجمالي;;;300,00;57,00;357,00");

    assertThat(journal.data()).hasSize(2);
    assertThat(journal.data().get(1).header())
        .containsEntry("total_ht", new BigDecimal("200.00"))
        .containsEntry("total_vat", new BigDecimal("38.00"))
        .containsEntry("total_ttc", new BigDecimal("238.00"));
    assertThat(journal.controls()).isNotEmpty().allMatch(ControlFigure::agrees);
  }
}
