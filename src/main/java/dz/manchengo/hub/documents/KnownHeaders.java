package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers of {@code aliases.tsv} by themselves: what fields are called, what a text names. */
public final class KnownHeaders {
  private static final Map<String, String> LABELS =
      rows().stream()
          .collect(Collectors.toMap(c -> c[1], c -> c[4].split(" \\| ", -1)[0], (a, b) -> a));

  private static final Map<String, String> SCOPED_LABELS =
      rows().stream()
          .collect(
              Collectors.toMap(
                  c -> c[0] + "." + c[1], c -> c[4].split(" \\| ", -1)[0], (a, b) -> a));

  private static final Set<String> HEADERS =
      rows().stream()
          .flatMap(c -> Stream.of(c[4].split(" \\| ", -1)))
          .map(HeaderName::normalise)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> NUMBER_LABELS =
      rows().stream()
          .filter(c -> Set.of("doc_no", "credit_no").contains(c[1]))
          .flatMap(c -> Stream.of(c[4].split(" \\| ", -1)))
          .filter(alias -> alias.indexOf(' ') > 0)
          .map(HeaderName::normalise)
          .collect(Collectors.toUnmodifiableSet());

  private KnownHeaders() {}

  private static List<String[]> rows() {
    return Aliases.rows();
  }

  /** A field as its most usual header calls it, in words for FIL-004. */
  public static String label(String name) {
    String phrase = "reason.column." + name.replace('_', '-');
    return Reasons.has(phrase) ? "{" + phrase + "}" : LABELS.getOrDefault(name, name);
  }

  /** The same as documents of those scopes call it: an order's number is not an invoice's. */
  static String label(String name, List<String> scopes) {
    return scopes.stream()
        .flatMap(scope -> Stream.ofNullable(SCOPED_LABELS.get(scope + "." + name)))
        .findFirst()
        .filter(label -> !Reasons.has("reason.column." + name.replace('_', '-')))
        .orElseGet(() -> label(name));
  }

  /** Whether a text is a header of any document. */
  static boolean isHeader(String text) {
    return HEADERS.contains(HeaderName.normalise(text));
  }

  /** Fields of any document that a header names. */
  static Set<String> fieldsOf(String header) {
    String name = HeaderName.normalise(header);
    return rows().stream()
        .filter(
            c ->
                Stream.of(c[4].split(" \\| ", -1))
                    .map(HeaderName::normalise)
                    .anyMatch(name::equals))
        .map(c -> c[1])
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a text names the number of any document: « Facture N° », « N° commande ». */
  static boolean isNumberLabel(String text) {
    return NUMBER_LABELS.contains(HeaderName.normalise(text));
  }
}
