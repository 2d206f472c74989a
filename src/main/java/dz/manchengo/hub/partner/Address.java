package dz.manchengo.hub.partner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One address of the contract with its operations by method.
 *
 * @param segments {@code {name}} takes any value that is not empty
 */
record Address(List<String> segments, Map<String, Operation> operations) {
  static Address of(String template, Map<String, Operation> operations) {
    return new Address(split(template), operations);
  }

  /** The parts between slashes; the leading slash begins the first one. */
  static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The values of the places if those decoded segments are this address. */
  Optional<Map<String, String>> places(List<String> path) {
    if (path.size() != segments.size()
        || IntStream.range(0, path.size()).anyMatch(i -> !fits(segments.get(i), path.get(i)))) {
      return Optional.empty();
    }
    Map<String, String> places = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      if (isPlace(segments.get(i))) {
        places.put(name(segments.get(i)), path.get(i));
      }
    }
    return Optional.of(places);
  }

  /** Fixed words go before places: {@code /orders/batch} is no order called batch. */
  long placeCount() {
    return segments.stream().filter(Address::isPlace).count();
  }

  /** As the contract writes it. */
  String template() {
    return "/" + String.join("/", segments);
  }

  /** As Camel is asked for it: what stands in the places is none of its business. */
  String withoutValues() {
    return segments.stream()
        .map(segment -> isPlace(segment) ? name(segment) : segment)
        .collect(Collectors.joining("/", "/", ""));
  }

  private static boolean fits(String segment, String value) {
    return isPlace(segment) ? !value.isEmpty() : segment.equals(value);
  }

  private static boolean isPlace(String segment) {
    return segment.startsWith("{");
  }

  private static String name(String place) {
    return place.substring(1, place.length() - 1);
  }
}
