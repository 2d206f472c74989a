package dz.manchengo.hub.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A call as it passed the gate: its operation, decoded parameters, and who makes it. Routes and
 * beans see this and no header of the message, so that no name from outside can steer a component.
 *
 * @param path values of the places in the operation's address
 * @param query parameters that the contract names, each at most once
 * @param limit longest body, bytes
 */
record Call(
    Operation operation,
    Map<String, String> path,
    Map<String, String> query,
    @Nullable Caller by,
    Locale language,
    String traceId,
    long limit,
    HttpServletRequest request) {

  /**
   * The value of a place in the address.
   *
   * @throws IllegalArgumentException if the address has no such place
   */
  String at(String place) {
    String value = path.get(place);
    if (value == null) {
      throw new IllegalArgumentException(operation.id() + " has no {" + place + "}");
    }
    return value;
  }

  Optional<String> asked(String parameter) {
    return Optional.ofNullable(query.get(parameter));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /** Who calls, at an operation that is not open to everybody. */
  Caller caller() {
    if (by == null) {
      throw new ProblemException(ProblemKind.UNAUTHENTICATED);
    }
    return by;
  }

  Optional<MediaType> contentType() {
    return header("Content-Type").map(MediaType::parseMediaType);
  }

  /** The body as it comes in, never longer than {@code limit}: {@code body-too-large} then. */
  InputStream body() throws IOException {
    return new BoundedBody(request.getInputStream(), limit);
  }
}
