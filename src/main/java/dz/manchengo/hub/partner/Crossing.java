package dz.manchengo.hub.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;

/** What has to be right about a request before it becomes a {@link Call}. */
final class Crossing {
  static final String BASE = "/api/v1";

  private static final MediaType PROBLEM = MediaType.parseMediaType(Problem.MEDIA_TYPE);
  private static final int LONGEST_ECHO = 100;

  private final Contract contract;
  private final ApiSettings settings;
  private final Problems problems;

  Crossing(Contract contract, ApiSettings settings, Problems problems) {
    this.contract = contract;
    this.settings = settings;
    this.problems = problems;
  }

  /** An address of the contract, with the values of its places. */
  record Place(Address address, Map<String, String> values) {}

  /** Where the request goes. Strangers are not told which addresses there are. */
  Place place(HttpServletRequest request, @Nullable Caller caller) {
    Optional<Place> place = known(request.getRequestURI());
    boolean open =
        place.isPresent()
            && place.get().address().operations().values().stream().anyMatch(Operation::open);
    if (caller == null && !open) {
      throw KeyFilter.unauthenticated();
    }
    return place.orElseThrow(() -> new ProblemException(ProblemKind.UNKNOWN_ADDRESS));
  }

  private Optional<Place> known(String uri) {
    if (!uri.startsWith(BASE + "/")) {
      return Optional.empty();
    }
    List<String> path =
        Address.split(uri.substring(BASE.length())).stream()
            .map(segment -> UriUtils.decode(segment, StandardCharsets.UTF_8))
            .toList();
    for (Address address : contract.addresses()) {
      Optional<Map<String, String>> values = address.places(path);
      if (values.isPresent()) {
        return Optional.of(new Place(address, values.get()));
      }
    }
    return Optional.empty();
  }

  Call call(Operation operation, Place place, HttpServletRequest request, @Nullable Caller caller) {
    allow(operation, caller);
    accept(operation, request);
    long limit = settings.limit(operation.bodySize());
    checkBody(operation, request, limit);
    return new Call(
        operation,
        place.values(),
        query(operation, request),
        caller,
        problems.language(request),
        Visit.of(request).traceId(),
        limit,
        request);
  }

  private static void allow(Operation operation, @Nullable Caller caller) {
    if (operation.open()) {
      return;
    }
    if (caller == null) {
      throw KeyFilter.unauthenticated();
    }
    if (!caller.scopes().containsAll(operation.scopes())) {
      String needed = String.join(" ", operation.scopes());
      throw new ProblemException(ProblemKind.MISSING_SCOPE, needed)
          .header(
              "WWW-Authenticate",
              "Bearer realm=\"manchengo-hub\", error=\"insufficient_scope\", scope=\"%s\""
                  .formatted(needed));
    }
  }

  private static void accept(Operation operation, HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    if (accept == null || accept.isBlank() || operation.produces().isEmpty()) {
      return;
    }
    List<MediaType> wanted = List.of();
    try {
      wanted = MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException e) {
      // nothing that we could produce
    }
    if (wanted.stream()
            .noneMatch(one -> operation.produces().stream().anyMatch(one::isCompatibleWith))
        && wanted.stream().noneMatch(PROBLEM::equalsTypeAndSubtype)) {
      throw new ProblemException(
          ProblemKind.NOT_ACCEPTABLE, String.join(", ", names(operation.produces())));
    }
  }

  private static void checkBody(Operation operation, HttpServletRequest request, long limit) {
    if (operation.consumes().isEmpty()) {
      return;
    }
    MediaType type = type(operation, request.getContentType());
    if (MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)
        && operation.consumes().stream().noneMatch(type::equalsTypeAndSubtype)) {
      throw new ProblemException(
          ProblemKind.FORM_BODY, String.join(", ", names(operation.consumes())));
    }
    String encoding = request.getHeader("Content-Encoding");
    if (operation.consumes().stream().noneMatch(one -> one.includes(type))
        || (type.getSubtype().endsWith("json") && !isUtf8(type))
        || (encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity"))) {
      throw unsupported(operation);
    }
    if (request.getContentLengthLong() > limit) {
      throw new ProblemException(ProblemKind.BODY_TOO_LARGE, limit);
    }
  }

  private static MediaType type(Operation operation, @Nullable String contentType) {
    try {
      return MediaType.parseMediaType(contentType == null ? "" : contentType);
    } catch (InvalidMediaTypeException e) {
      throw unsupported(operation);
    }
  }

  private static ProblemException unsupported(Operation operation) {
    String types = String.join(", ", names(operation.consumes()));
    return new ProblemException(ProblemKind.UNSUPPORTED_MEDIA_TYPE, types).header("Accept", types);
  }

  /** JSON is UTF-8 (RFC 8259 §8.1). */
  private static boolean isUtf8(MediaType type) {
    String charset = type.getParameter("charset");
    return charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8");
  }

  private static List<String> names(List<MediaType> types) {
    return types.stream().map(MediaType::toString).toList();
  }

  /** Parameters of the address only: {@code getParameter} would read a form in the body too. */
  private static Map<String, String> query(Operation operation, HttpServletRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    String query = request.getQueryString();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (!operation.query().contains(name)) {
        throw new ProblemException(ProblemKind.UNKNOWN_PARAMETER, shortened(name));
      }
      if (values.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
        throw new ProblemException(ProblemKind.REPEATED_PARAMETER, name);
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemKind.INVALID_PARAMETER, shortened(text));
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
  }
}
