package dz.manchengo.hub.production;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchRulesTest {
  private final Map<String, Object> header = new HashMap<>();
  private final List<Map<String, Object>> lines = new ArrayList<>();
  private final Map<String, String> columns = new HashMap<>();

  /** Lines before this one stand on the sheet of the batches, those from it on complete them. */
  private int headed = Integer.MAX_VALUE;

  BatchRulesTest() {
    header.put("made_on", LocalDate.of(2026, 10, 12));
    columns.put("qty_used", "Qté consommée");
    columns.put("output_lot", "N° lot");
  }

  @Test
  void aWholeBatchRaisesNothing() {
    output("G-261012-1", "100");
    input("MP-1", "L-1", "110");
    assertThat(rules()).isEmpty();
  }

  @Test
  void finishedWithoutOutputOrInputIsRefused() {
    lines.add(Map.of("product_code", "PF-1"));
    assertThat(rules()).containsExactly("PRD-003", "PRD-004");
  }

  @Test
  void whereTheFileHasNoPlaceForInputsTheirAbsenceIsOnlyTold() {
    columns.remove("qty_used");
    output("G-1", "100");
    BatchCandidate candidate = judged();
    assertThat(candidate.findings).extracting(Finding::rule).containsExactly("PRD-004");
    assertThat(candidate.stands()).isTrue();
  }

  @Test
  void anOpenEndOnAnEmptyRowIsABatchInProgress() {
    columns.put("ended_at", "Fin");
    lines.add(Map.of("product_code", "PF-1"));
    BatchCandidate candidate = judged();
    assertThat(candidate.batch().status()).isEqualTo(Batch.Status.IN_PROGRESS);
    assertThat(candidate.findings).isEmpty();
  }

  @Test
  void aLotInAndOutOfOneBatchIsRefusedUnlessTheProductsDiffer() {
    output("G-1", "100");
    input("PF-1", "g 1", "100");
    assertThat(rules()).containsExactly("LOT-008");
    lines.remove(1);
    input("PF-2", "G-1", "100");
    assertThat(rules()).isEmpty();
  }

  @Test
  void aLotToldAgainBesideAnotherInputIsOneAndWithoutOneIsDoubtful() {
    output("G-1", "100");
    input("MP-1", "L-1", "60");
    Map<String, Object> again = new HashMap<>(lines.get(0));
    lines.add(again);
    assertThat(rules()).containsExactly("PRD-026");
    again.putAll(Map.of("input_code", "MP-2", "input_lot", "L-2", "qty_used", BigDecimal.TEN));
    assertThat(rules()).isEmpty();
    assertThat(judged().batch().outputs()).hasSize(1);
    again.put("qty_produced", new BigDecimal("99"));
    assertThat(rules()).containsExactly("FIL-013");
  }

  @Test
  void aMissingLotIsToldOncePerProduct() {
    output("G-1", "100");
    lines.add(Map.of("input_code", "MP-1", "qty_used", BigDecimal.TEN));
    lines.add(Map.of("input_code", "MP-1", "qty_used", BigDecimal.ONE));
    assertThat(rules()).containsExactly("PRD-005");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-12T08:00, 2026-10-12T12:00, ''",
    "2026-10-12T08:00, 2026-10-12T08:00, PRD-006",
    "2026-10-12T08:00, 2026-10-12T07:00, PRD-006",
    "2026-10-12T08:00, 2026-10-12T08:09, PRD-007",
    "2026-10-12T08:00, 2026-10-15T08:01, PRD-007",
    "2026-10-12T00:00, 2026-10-12T00:00, ''",
    "2026-10-12T08:00, 2026-10-12T00:00, ''",
    "2026-10-12T00:00, 2026-10-11T00:00, PRD-006"
  })
  void startAndEnd(LocalDateTime start, LocalDateTime end, String rule) {
    header.put("started_at", start);
    header.put("ended_at", end);
    output("G-1", "100");
    input("MP-1", "L-1", "110");
    assertThat(String.join(",", rules())).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 1000, PRD-012",
    "1100, 100, PRD-012",
    "1200, 100, ''",
    "100, 100, ''",
    "0.1, 100, PRD-012"
  })
  void aFactorOfTenIsASlipOfUnits(BigDecimal made, BigDecimal planned, String rule) {
    header.put("qty_planned", planned);
    output("G-1", made.toPlainString());
    input("MP-1", "L-1", "110");
    assertThat(String.join(",", rules())).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "G-261012-1, 2027-01-01, ''",
    "G-261013-1, 2027-01-01, ''",
    "G-261003-1, 2027-01-01, LOT-005",
    "G-000123, 2027-01-01, ''",
    "G-1, 2026-10-12, LOT-004"
  })
  void codesAndUseByDates(String lot, LocalDate dlc, String rule) {
    output(lot, "100");
    lines.get(0).put("dlc", dlc);
    input("MP-1", "L-1", "110");
    assertThat(String.join(",", rules())).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "ph, 2.9, PRD-013",
    "ph, 5.2, ''",
    "ph_milk, 6.5, PRD-014",
    "temp_milk, 7, PRD-014",
    "temp_melting, 78, PRD-014",
    "temp_c, 111, PRD-013",
    "milk_fat_pct, 16, PRD-013",
    "milk_fat_pct, 3.0, ''"
  })
  void measurements(String field, BigDecimal value, String rule) {
    header.put(field, value);
    output("G-1", "100");
    input("MP-1", "L-1", "110");
    assertThat(String.join(",", rules())).isEqualTo(rule);
  }

  @Test
  void inputsInOneTextAreReadOrRefused() {
    columns.put("input_lots", "Lots MP Consommés");
    header.put("input_lots", "MP-001: 120kg, MP-002: 2.5L, MP-3 : 1,5 kg");
    output("G-1", "100");
    assertThat(judged().batch().inputs())
        .extracting(i -> i.product().code() + " " + i.quantity() + " " + i.uom())
        .containsExactly("MP-001 120 kg", "MP-002 2.5 L", "MP-3 1.5 kg");
    header.put("input_lots", "lait et sel");
    assertThat(rules()).contains("PRD-022");
  }

  @Test
  void theNumberTellsTheDayWhereNoColumnDoes() {
    header.remove("made_on");
    output("G-1", "100");
    input("MP-1", "L-1", "110");
    assertThat(rules("OP-261012-004")).containsExactly("PRD-021");
    assertThat(rules("OF-12")).containsExactly("FMT-001");
    columns.put("made_on", "Date");
    assertThat(rules("OP-261012-004")).containsExactly("FMT-001");
  }

  private void output(String lot, String quantity) {
    lines.add(
        new HashMap<>(
            Map.of(
                "product_code",
                "PF-1",
                "output_lot",
                lot,
                "qty_produced",
                new BigDecimal(quantity))));
  }

  @Test
  void anOutputToldTwiceIsAskedAbout() {
    output("G-261012-1", "95");
    output("G-261012-1", "95.0");
    input("MP-1", "L-1", "200");
    BatchCandidate candidate = judged();
    assertThat(candidate.findings).extracting(Finding::rule).containsExactly("PRD-026");
    assertThat(candidate.findings.get(0).params())
        .containsEntry("v1", "95")
        .containsEntry("v2", "95");
  }

  @Test
  void outputsOnASheetOfTheirOwnAreComparedWithTheBatchAndNotAddedToIt() {
    lines.add(line("product_code", "PF-1", "qty_produced", "95", "output_kg", "38"));
    headed = 1;
    output("G-261012-1", "60");
    output("G-261012-2", "35");
    input("MP-1", "L-1", "110");
    BatchCandidate candidate = judged();
    assertThat(candidate.findings).isEmpty();
    assertThat(candidate.batch().outputs())
        .extracting(Batch.Output::lot)
        .containsExactly("G-261012-1", "G-261012-2");

    lines.get(0).put("qty_produced", new BigDecimal("96"));
    assertThat(rules()).containsExactly("PRD-027");
  }

  @Test
  void ofASingleOutputTheBatchSaysTheRest() {
    lines.add(line("product_code", "PF-1", "output_lot", "G-261012-1", "output_kg", "38"));
    headed = 1;
    lines.add(line("product_code", "PF-1", "qty_produced", "95"));
    input("MP-1", "L-1", "110");
    Batch.Output output = judged().batch().outputs().get(0);
    assertThat(output.lot()).isEqualTo("G-261012-1");
    assertThat(output.weightKg()).isEqualByComparingTo("38");
  }

  private static Map<String, Object> line(String... pairs) {
    Map<String, Object> line = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      boolean number = pairs[i].startsWith("qty") || pairs[i].endsWith("_kg");
      line.put(pairs[i], number ? new BigDecimal(pairs[i + 1]) : pairs[i + 1]);
    }
    return line;
  }

  private void input(String code, String lot, String quantity) {
    lines.add(Map.of("input_code", code, "input_lot", lot, "qty_used", new BigDecimal(quantity)));
  }

  private List<String> rules() {
    return rules("OF-1");
  }

  private List<String> rules(String number) {
    return judged(number).findings.stream().map(Finding::rule).toList();
  }

  private BatchCandidate judged() {
    return judged("OF-1");
  }

  private BatchCandidate judged(String number) {
    List<RawDocument.Line> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(new RawDocument.Line(Place.row("", i + 2), lines.get(i), i >= headed));
    }
    List<RawDocument.Row> places =
        rows.stream().map(line -> new RawDocument.Row(line.place(), List.of())).toList();
    BatchCandidate candidate =
        new BatchCandidate(
            new RawDocument(number, header, Map.of(), rows, places, columns, List.of()));
    BatchAssembly.assemble(candidate);
    if (candidate.assembled != null) {
      BatchRules.check(candidate);
      Measure.checkUsual(candidate);
    }
    return candidate;
  }
}
