package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The headers of {@code aliases.tsv} by themselves: what fields are called, what a text names. */
public final class KnownHeaders {
  private static final Map<String, String> LABELS = new HashMap<>();
  private static final Map<String, String> SCOPED_LABELS = new HashMap<>();

  /** Normal form of each header → the fields of any document that it names. */
  private static final Map<String, Set<String>> FIELDS = new HashMap<>();

  private static final Set<String> NUMBER_LABELS = new HashSet<>();

  static {
    for (AliasRow row : AliasRow.ALL) {
      String field = row.field().name();
      LABELS.putIfAbsent(field, row.headers().get(0));
      SCOPED_LABELS.putIfAbsent(row.field().scope() + "." + field, row.headers().get(0));
      boolean number = Set.of("doc_no", "credit_no").contains(field);
      for (String header : row.headers()) {
        String name = HeaderName.normalise(header);
        FIELDS.computeIfAbsent(name, n -> new HashSet<>()).add(field);
        if (number && header.indexOf(' ') > 0) {
          NUMBER_LABELS.add(name);
        }
      }
    }
  }

  private KnownHeaders() {}

  /** A field as its most usual header calls it, in words for FIL-004. */
  public static String label(String name) {
    String phrase = "reason.column." + name.replace('_', '-');
    return Reasons.has(phrase) ? "{" + phrase + "}" : LABELS.getOrDefault(name, name);
  }

  /** The same as documents of those scopes call it: an order's number is not an invoice's. */
  static String label(String name, List<String> scopes) {
    for (String scope : scopes) {
      String phrase =
          "reason.column." + scope.toLowerCase(Locale.ROOT) + "-" + name.replace('_', '-');
      if (Reasons.has(phrase)) {
        return "{" + phrase + "}";
      }
    }
    return scopes.stream()
        .flatMap(scope -> header(scope, name).stream())
        .findFirst()
        .filter(label -> !Reasons.has("reason.column." + name.replace('_', '-')))
        .orElseGet(() -> label(name));
  }

  /** The most usual header of a field of one scope. */
  static Optional<String> header(String scope, String name) {
    return Optional.ofNullable(SCOPED_LABELS.get(scope + "." + name));
  }

  /** Whether a text is a header of any document. */
  static boolean isHeader(String text) {
    return FIELDS.containsKey(HeaderName.normalise(text));
  }

  /** Fields of any document that a header names. */
  static Set<String> fieldsOf(String header) {
    return FIELDS.getOrDefault(HeaderName.normalise(header), Set.of());
  }

  /** Whether a text names the number of any document: « Facture N° », « N° commande ». */
  static boolean isNumberLabel(String text) {
    return NUMBER_LABELS.contains(HeaderName.normalise(text));
  }
}
