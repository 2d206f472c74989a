package dz.manchengo.hub.intake;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is taken in as one: a file, or two that hold the halves of the same documents.
 *
 * @param arrivals one, or the headers before the lines
 */
record Drop(List<Arrival> arrivals) {
  static Drop of(Arrival arrival) {
    return new Drop(List.of(arrival));
  }

  boolean isPair() {
    return arrivals.size() > 1;
  }

  Arrival first() {
    return arrivals.get(0);
  }

  /** As its sender finds it in the answer. */
  String name() {
    return arrivals.stream().map(Arrival::name).collect(Collectors.joining(" + "));
  }

  Delivery delivery(String node) {
    List<String> ids = arrivals.stream().map(arrival -> arrival.deliveryId(node)).toList();
    return new Delivery(
        String.join(" + ", ids),
        "DROP",
        first().folder(),
        name(),
        first().preview(),
        isPair() ? ids : List.of());
  }

  /** Two files, as they are kept. */
  PairArchive archive() {
    return new PairArchive(
        arrivals.stream()
            .map(arrival -> new PairArchive.Member(arrival.name(), arrival.path()))
            .toList());
  }
}
