package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.AliasNames.among;
import static dz.manchengo.hub.documents.AliasNames.learn;
import static dz.manchengo.hub.documents.AliasNames.learnOwnName;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which header means which field: {@code aliases.tsv}, and what a feed knows better. */
public final class Aliases {
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final List<Field> fields;
  private final Map<String, List<Field>> known;
  private final Map<String, List<Field>> ofFeed;
  private final HeaderParts parts;

  private Aliases(
      List<Field> fields, Map<String, List<Field>> known, Map<String, List<Field>> ofFeed) {
    this.fields = fields;
    this.known = known;
    this.ofFeed = ofFeed;
    this.parts = new HeaderParts(known);
  }

  /** One canonical field of a document's header, line or table. */
  public record Field(String scope, String name, Need need, Type type) {
    boolean isCalled(String wanted) {
      return name.equals(wanted) || (scope + "." + name).equals(wanted);
    }
  }

  public enum Need {
    REQUIRED,
    /** One of its group is needed (FIL-004). */
    CONDITIONAL,
    OPTIONAL
  }

  public enum Type {
    TEXT,
    DATE,
    CODE,
    NIF,
    MONEY,
    PRICE,
    QTY,
    PCT,
    ENUM,
    INT,
    /** Decided by the values: a discount is a percentage or an amount. */
    AUTO,
    DATETIME,
    NUM;

    boolean isMoney() {
      return this == MONEY || this == PRICE;
    }
  }

  /** By what a header was recognised, strongest first. */
  public enum By {
    FEED,
    ALIAS,
    ALIAS_AND_UNIT,
    ALIAS_AND_RATE,
    /** To be said (FIL-007). */
    SIMILARITY,
    NOTHING
  }

  /**
   * What a header may mean.
   *
   * @param fields the candidates in the order of the scopes asked for; the values decide between
   *     several
   * @param hint the unit or the rate that the header names besides: {@code da}, {@code pct}, {@code
   *     19}
   */
  public record Match(List<Field> fields, By by, @Nullable String hint) {
    static final Match NONE = new Match(List.of(), By.NOTHING, null);

    public boolean isUnknown() {
      return fields.isEmpty();
    }
  }

  public static Aliases load() {
    List<Field> fields = new ArrayList<>();
    Map<String, List<Field>> known = new LinkedHashMap<>();
    for (AliasRow row : AliasRow.ALL) {
      fields.add(row.field());
      row.headers().forEach(alias -> learn(known, alias, row.field()));
    }
    fields.forEach(field -> learnOwnName(known, field));
    return new Aliases(List.copyOf(fields), Collections.unmodifiableMap(known), Map.of());
  }

  /**
   * These aliases with those of one feed, which win over all.
   *
   * @param perFeed header texts by field, as {@code total_ht} in all its scopes or {@code
   *     LINE.total_ht} in one
   * @throws IllegalArgumentException for a field that does not exist
   */
  public Aliases with(Map<String, List<String>> perFeed) {
    Map<String, List<Field>> learned = new LinkedHashMap<>();
    perFeed.forEach(
        (name, headers) ->
            headers.forEach(header -> named(name).forEach(field -> learn(learned, header, field))));
    return new Aliases(fields, known, Collections.unmodifiableMap(learned));
  }

  /** The fields of a scope, in the order of the file. */
  public List<Field> fields(String scope) {
    return fields.stream().filter(field -> field.scope().equals(scope)).toList();
  }

  /** Whether any scope has a field of that name, as {@code total_ht} or {@code LINE.total_ht}. */
  boolean isField(String name) {
    return fields.stream().anyMatch(field -> field.isCalled(name));
  }

  /** Whether a header of that normal form names a field of any document. */
  boolean isKnown(String name) {
    return known.containsKey(name);
  }

  /** What that header means in a file with those scopes, for example INVOICE and LINE. */
  public Match match(String header, List<String> scopes) {
    Match match = exactly(header, scopes);
    String name = HeaderName.normalise(header);
    return match.isUnknown()
            && !name.isEmpty()
            && !isPackFactor(header, scopes)
            && !VagueHeaders.areEither(name)
        ? similar(name, scopes)
        : match;
  }

  /** The same without a guess at misspelt ones: what stands around a table is mostly no header. */
  Match exactly(String header, List<String> scopes) {
    String name = HeaderName.normalise(header);
    if (name.isEmpty()) {
      return Match.NONE;
    }
    List<Field> saved = among(ofFeed.get(name), scopes);
    if (!saved.isEmpty()) {
      return new Match(saved, By.FEED, null);
    }
    if (isPackFactor(header, scopes)) {
      return Match.NONE;
    }
    String usual = StampName.isAmount(name) ? StampName.USUAL : name;
    List<Field> exact = among(known.get(usual), scopes);
    if (!exact.isEmpty()) {
      return new Match(exact, By.ALIAS, null);
    }
    if (RateColumns.areUntaxed(name)) {
      List<Field> base = among(known.get("total ht"), scopes);
      return base.isEmpty() ? Match.NONE : new Match(base, By.ALIAS_AND_RATE, "0");
    }
    Match match = ofKey(header, scopes);
    return match.isUnknown() ? parts.match(name, scopes) : match;
  }

  /** « Qté/colis » of a line is no quantity of it. */
  private static boolean isPackFactor(String header, List<String> scopes) {
    return scopes.contains("LINE") && PackFactors.isFactor(header);
  }

  /**
   * A key that is a field's own name, {@code batch_no} or {@code batchNo}, taken at its word: where
   * another key gives the field that people mean by it.
   */
  Match ofOwnName(String header, List<String> scopes) {
    if (!KEY.matcher(header).matches()) {
      return Match.NONE;
    }
    String snake = HUMP.matcher(header).replaceAll("_").toLowerCase(Locale.ROOT);
    List<Field> own =
        among(fields.stream().filter(field -> field.name().equals(snake)).toList(), scopes);
    return snake.indexOf('_') < 0 || own.isEmpty() ? Match.NONE : new Match(own, By.ALIAS, null);
  }

  /** {@code invoiceDate} is two words; what stands behind the path of a line is the line's. */
  private Match ofKey(String header, List<String> scopes) {
    String words = HeaderName.parted(header);
    if (!words.equals(header)) {
      return match(words, scopes);
    }
    String ofLine = LinePath.field(header);
    if (ofLine == null) {
      return Match.NONE;
    }
    List<String> lineFirst = new ArrayList<>(scopes);
    Collections.reverse(lineFirst);
    Match match = match(ofLine, lineFirst);
    return match.isUnknown() ? match : ofLine(match);
  }

  /** A total under a line is the line's amount. */
  private Match ofLine(Match match) {
    Field first = match.fields().get(0);
    if (first.isCalled("CONSUMPTION.uom")) {
      return new Match(
          fields.stream().filter(f -> f.isCalled("CONSUMPTION.input_uom")).toList(),
          match.by(),
          match.hint());
    }
    String name = LineFields.ofLine(first.name());
    List<Field> line = fields.stream().filter(f -> f.isCalled("LINE." + name)).toList();
    return line.isEmpty() ? match : new Match(line, match.by(), match.hint());
  }

  private Match similar(String name, List<String> scopes) {
    HeaderLikeness likeness = new HeaderLikeness(name);
    if (!likeness.isComparable()) {
      return Match.NONE; // most cells of a sheet that is no table of ours
    }
    if (known.containsKey(name) || UsualWords.has(name)) {
      return Match.NONE; // « Dépôt » is well spelt, and no « Deposit »
    }
    known.forEach(
        (alias, fields) -> {
          if (likeness.mayBe(alias)) {
            likeness.hear(alias, among(fields, scopes));
          }
        });
    List<Field> found = likeness.found();
    return found.isEmpty() ? Match.NONE : new Match(found, By.SIMILARITY, null);
  }

  private List<Field> named(String name) {
    List<Field> named = fields.stream().filter(field -> field.isCalled(name)).toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException("no field " + name);
    }
    return named;
  }
}
