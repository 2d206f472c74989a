package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

  @ParameterizedTest
  @CsvSource({
    "F-2026-00012, F-2026, 12",
    "FAC-260403-00017, FAC-260403, 17",
    "536365, '', 536365",
    "C536379, C, 536379",
    "' f-2026-00012 ', F-2026, 12",
    "FA 2026/12, FA 2026, 12",
    "N° 0007, N, 7",
    "٠٠١٢, '', 12",
  })
  void takesANumberApart(String number, String series, long sequence) {
    assertThat(DocumentNumber.split(number)).isEqualTo(new DocumentNumber(series, sequence));
  }

  @ParameterizedTest
  @CsvSource({
    "125/2026, '', 125",
    "FV 0125/2026, FV, 125",
    "FV-2026/0012, FV-2026, 12",
    "2026/2026, 2026, 2026",
    "12/10/2026, 12/10, 2026",
    "125/2025, 125, 2025",
    "FV-2026, FV, 2026",
  })
  void theYearBehindIsNoSequence(String number, String series, long sequence) {
    assertThat(DocumentNumber.split(number, 2026)).isEqualTo(new DocumentNumber(series, sequence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AVOIR", "F-2026-00012A", "1234567890123456789"})
  void leavesWholeWhatHasNoSequence(String number) {
    assertThat(DocumentNumber.split(number)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "f-2026/00012, F2026-00012",
    "' F 2026 00012', F2026-00012",
    "FV 1/11, FV1-11",
    "FV 11/1, FV11-1",
    "A-12, A12",
    "00012, 00012",
    "F\u20112026\u200F, F2026",
    "é-1, É1"
  })
  void comparesByLettersAndDigits(String number, String norm) {
    assertThat(DocumentNumber.norm(number)).isEqualTo(norm);
  }

  @ParameterizedTest
  @CsvSource({
    "FA-0012, FA12",
    "fa 12, FA12",
    "000123, 123",
    "F-2026-00012, F202612",
    "F-10-20, F1020",
    "A0, A0",
    "000, 0",
    "00A00, 0A0"
  })
  void seesThroughLeadingZeros(String number, String loose) {
    assertThat(DocumentNumber.loose(number)).isEqualTo(loose);
  }

  @Property
  void normalFormsStayThemselves(@ForAll String number) {
    String norm = DocumentNumber.norm(number);
    assertThat(DocumentNumber.norm(norm)).isEqualTo(norm);
    String loose = DocumentNumber.loose(norm);
    assertThat(DocumentNumber.loose(loose)).isEqualTo(loose);
  }

  @ParameterizedTest
  @CsvSource({
    "N° H24-1, H24-1",
    "n°: 12, 12",
    "Facture H24-2, H24-2",
    "Facture n° 7/2026, 7/2026",
    "Avoir 12, Avoir 12",
    "FACTURE, FACTURE",
    "N7, N7",
    "FA 2026/12, FA 2026/12",
  })
  void wordsBeforeANumberAreNoPartOfIt(String written, String number) {
    assertThat(TitleNumber.bare(written)).isEqualTo(number);
  }
}
