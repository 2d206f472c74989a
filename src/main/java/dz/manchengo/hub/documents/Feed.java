package dz.manchengo.hub.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One source's way of writing one document: {@code config/feeds/<source>.<document>.yaml}. What
 * each key means stands in {@code config/schemas/feed.schema.json}.
 */
@JsonNaming(KebabCaseStrategy.class)
public record Feed(
    @JsonProperty("feed") String name,
    String document,
    String description,
    boolean folder,
    boolean api,
    @Nullable Recognise recognise,
    Invoice.Direction direction,
    @Nullable String encoding,
    @Nullable Character delimiter,
    @Nullable TypedRows typedRows,
    @Nullable Character decimalMark,
    DateOrder dateOrder,
    LocalDate earliestDate,
    MoneyUnit moneyUnit,
    Map<String, MoneyUnit> moneyUnitByField,
    Map<String, List<String>> columns,
    List<String> ignore,
    Map<String, Pattern> strip,
    Map<String, Map<String, String>> words,
    Map<String, String> constants,
    @Nullable Pattern creditNoteNumber,
    Policy policy,
    OnChange onChange,
    Unknown unknownParty,
    Unknown unknownProduct,
    Unknown unknownWarehouse,
    Lots lots,
    @Nullable AnonymousParty anonymousParty,
    Map<String, Applied> severities,
    @Nullable Expect expect) {

  /** What tells that a document is there already and would be changed. */
  private static final Set<String> REVISIONS = Set.of("ORD-003", "INV-005", "PRD-002", "MDM-017");

  /** The schema names the same defaults; a key that a feed leaves out arrives here as null. */
  @SuppressWarnings("NullAway")
  public Feed {
    recognise =
        recognise == null && typedRows != null
            ? new Recognise(typedRows.names(), null, null, null, null)
            : recognise;
    direction = Objects.requireNonNullElse(direction, Invoice.Direction.SALE);
    dateOrder = Objects.requireNonNullElse(dateOrder, DateOrder.DMY);
    earliestDate = Objects.requireNonNullElse(earliestDate, LocalDate.of(2015, 1, 1));
    moneyUnit = Objects.requireNonNullElse(moneyUnit, MoneyUnit.DA);
    moneyUnitByField = Objects.requireNonNullElse(moneyUnitByField, Map.of());
    columns = Objects.requireNonNullElse(columns, Map.of());
    ignore = Objects.requireNonNullElse(ignore, List.of());
    strip = Objects.requireNonNullElse(strip, Map.of());
    words = Objects.requireNonNullElse(words, Map.of());
    constants = Objects.requireNonNullElse(constants, Map.of());
    policy = Objects.requireNonNullElse(policy, Policy.PER_DOCUMENT);
    onChange = Objects.requireNonNullElse(onChange, OnChange.REVISE);
    unknownParty = Objects.requireNonNullElse(unknownParty, Unknown.REJECT);
    unknownProduct = Objects.requireNonNullElse(unknownProduct, Unknown.REJECT);
    unknownWarehouse = Objects.requireNonNullElse(unknownWarehouse, Unknown.REJECT);
    lots = Objects.requireNonNullElse(lots, Lots.KEPT);
    severities = Objects.requireNonNullElse(severities, Map.of());
  }

  /** Whether it says for any amount that it is not in dinars. */
  boolean saysMoneyUnit() {
    return moneyUnit != MoneyUnit.DA || !moneyUnitByField.isEmpty();
  }

  /** Headers that tell this feed from others. */
  @JsonNaming(KebabCaseStrategy.class)
  public record Recognise(
      @Nullable List<String> headers,
      @Nullable List<String> anyOf,
      @Nullable List<String> noneOf,
      @Nullable String ownNif,
      @Nullable String otherNif) {}

  /** Whether the source knows of lots at all (LOT-001). */
  public enum Lots {
    @JsonProperty("kept")
    KEPT,
    @JsonProperty("unknown")
    UNKNOWN
  }

  /** The party of documents that name none. */
  public record AnonymousParty(String code, String name) {}

  public enum MoneyUnit {
    DA,
    CENTIME
  }

  /** What a document becomes that is there already with another content or state. */
  public enum OnChange {
    @JsonProperty("revise")
    REVISE,
    @JsonProperty("refuse")
    REFUSE
  }

  /** What to do with a party, product or warehouse that nobody knows. */
  public enum Unknown {
    @JsonProperty("create")
    CREATE,
    @JsonProperty("reject")
    REJECT
  }

  /** A severity as this feed applies it. */
  public enum Applied {
    REJECT_FILE,
    REJECT_DOC,
    REJECT_ROW,
    WARN,
    INFO,
    OFF
  }

  /** The same for documents of that source. */
  Feed ofSource(String source) {
    return new Feed(
        source + "." + document,
        document,
        description,
        folder,
        api,
        recognise,
        direction,
        encoding,
        delimiter,
        typedRows,
        decimalMark,
        dateOrder,
        earliestDate,
        moneyUnit,
        moneyUnitByField,
        columns,
        ignore,
        strip,
        words,
        constants,
        creditNoteNumber,
        policy,
        onChange,
        unknownParty,
        unknownProduct,
        unknownWarehouse,
        lots,
        anonymousParty,
        severities,
        expect);
  }

  /** The part before the dot. */
  public String source() {
    return name.substring(0, name.indexOf('.'));
  }

  /** Drop folder that this feed adds, null if it adds none. */
  public @Nullable String ownFolder() {
    return folder ? source() + "/" + document : null;
  }

  /** A field's text without what this source adds to it. */
  String stripped(String field, String text) {
    Pattern noise = strip.get(field);
    return noise == null ? text : noise.matcher(text).replaceAll("");
  }

  /** A field's word as the hub knows it; the same where this source has none of its own for it. */
  String worded(String field, String text) {
    return words.getOrDefault(field, Map.of()).getOrDefault(text, text);
  }

  public MoneyUnit unitOf(String field) {
    return moneyUnitByField.getOrDefault(field, moneyUnit);
  }

  /** The findings as this feed sees them. */
  public List<Finding> applied(List<Finding> findings) {
    if (severities.isEmpty() && onChange == OnChange.REVISE) {
      return findings;
    }
    return findings.stream().flatMap(finding -> Stream.ofNullable(apply(finding))).toList();
  }

  /** The finding as this feed sees it; null when it is switched off. A rejection stays one. */
  public @Nullable Finding apply(Finding finding) {
    if (finding.severity().rejects()) {
      return finding;
    }
    if (onChange == OnChange.REFUSE && REVISIONS.contains(finding.rule())) {
      return finding.withSeverity(Severity.REJECT_DOC).withHint("hint.on-change");
    }
    Applied applied = severities.get(finding.rule());
    if (applied == null) {
      return finding;
    }
    return applied == Applied.OFF ? null : finding.withSeverity(Severity.valueOf(applied.name()));
  }
}
