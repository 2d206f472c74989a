package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is measured at a batch: when, in which unit, what is possible at all (PRD-013), and for raw
 * milk and melting what is usual (PRD-014; domain notes §4.2).
 */
enum Measure {
  FAT("milk_fat_pct", "LAIT", "MG", "%", "0 15", "3.0 4.5"),
  PROTEIN("milk_protein_pct", "LAIT", "TP", "%", "0 10", null),
  PH_MILK("ph_milk", "LAIT", "pH", "", Ranges.PH, "6.6 6.8"),
  PH_CURD("ph_curd", "CAILLE", "pH", "", Ranges.PH, null),
  PH_DEMOULDING("ph_demoulding", "DEMOULAGE", "pH", "", Ranges.PH, null),
  PH_24H("ph_24h", "24H", "pH", "", Ranges.PH, null),
  PH_FINAL("ph_final", "FINAL", "pH", "", Ranges.PH, null),
  PH("ph", "FABRICATION", "pH", "", Ranges.PH, null),
  TEMP_MILK("temp_milk", "LAIT", "T", "°C", Ranges.TEMPERATURE, "0 6"),
  TEMP_VAT("temp_vat", "CUVE", "T", "°C", Ranges.TEMPERATURE, null),
  TEMP_RENNET("temp_rennet", "EMPRESURAGE", "T", "°C", Ranges.TEMPERATURE, null),
  TEMP_MELTING("temp_melting", "FONTE", "T", "°C", Ranges.TEMPERATURE, "80 110"),
  TEMP("temp_c", "FABRICATION", "T", "°C", Ranges.TEMPERATURE, null),
  DORNIC("dornic", "FABRICATION", "ACIDITE", "°D", "0 300", null),
  MOISTURE("moisture_pct", "FINAL", "HUMIDITE", "%", Ranges.SHARE, null),
  DRY_MATTER("dry_matter_pct", "FINAL", "EST", "%", Ranges.SHARE, null),
  FAT_IN_DRY_MATTER("fat_dm_pct", "FINAL", "MG/ES", "%", Ranges.SHARE, null),
  SALT("salt_pct", "FINAL", "SEL", "%", "0 30", null);

  final String field;
  final String stage;
  final String parameter;
  final String unit;
  private final String possible;
  private final @Nullable String usual;

  Measure(
      String field,
      String stage,
      String parameter,
      String unit,
      String possible,
      @Nullable String usual) {
    this.field = field;
    this.stage = stage;
    this.parameter = parameter;
    this.unit = unit;
    this.possible = possible;
    this.usual = usual;
  }

  /** Bounds that belong to it. */
  record Range(BigDecimal min, BigDecimal max) {
    static Range of(String bounds) {
      int space = bounds.indexOf(' ');
      return new Range(
          new BigDecimal(bounds.substring(0, space)), new BigDecimal(bounds.substring(space + 1)));
    }

    boolean has(BigDecimal value) {
      return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }
  }

  private static final class Ranges {
    static final String PH = "3 9";
    static final String TEMPERATURE = "-5 110";
    static final String SHARE = "0 100";
  }

  Range possible() {
    return Range.of(possible);
  }

  /** Null where nothing is more usual than something else. */
  @Nullable Range usual() {
    return usual == null ? null : Range.of(usual);
  }

  /** What the batch's rows give; impossible values refuse it. */
  static Map<String, BigDecimal> of(BatchCandidate candidate) {
    Map<String, BigDecimal> measured = new LinkedHashMap<>();
    for (Measure measure : values()) {
      BigDecimal value = RawDocument.number(candidate.raw.header(), measure.field);
      if (value == null) {
        continue;
      }
      if (!measure.possible().has(value)) {
        Impossible.tell(candidate, candidate.raw.place(), measure.field, value);
      }
      measured.put(measure.field, value);
    }
    return measured;
  }

  /** PRD-014, for what a recipe or good practice gives bounds to. */
  static void checkUsual(BatchCandidate candidate) {
    Map<String, BigDecimal> measured = candidate.batch().measures();
    for (Measure measure : values()) {
      BigDecimal value = measured.get(measure.field);
      if (value != null && measure.fails(value)) {
        tellUnusual(candidate, measure, value);
      }
    }
  }

  /** Possible, and not usual. */
  boolean fails(BigDecimal value) {
    Range range = usual();
    return possible().has(value) && range != null && !range.has(value);
  }

  private static void tellUnusual(BatchCandidate candidate, Measure measure, BigDecimal value) {
    Range usual = java.util.Objects.requireNonNull(measure.usual());
    String text = Figures.of(value);
    candidate.tell(
        "PRD-014",
        measure.field,
        text,
        "param",
        candidate.raw.headers().getOrDefault(measure.field, measure.parameter).strip(),
        "value",
        text,
        "min",
        Figures.of(usual.min()),
        "max",
        Figures.of(usual.max()),
        "no",
        candidate.batch().number());
  }
}
