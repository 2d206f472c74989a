package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Enumerations;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.StockMovement.Direction;
import dz.manchengo.hub.documents.StockMovement.Origin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a file names no origin but both places of each movement, as Odoo's history of moves does,
 * they tell it: what comes from « Partners/Vendors » was received (MVT-012). One of the two is then
 * no warehouse of ours.
 */
final class MovementPlaces {
  private static final String FROM = "warehouse";
  private static final String TO = "warehouse_to";

  private final Set<Origin> told = EnumSet.noneOf(Origin.class);

  /** The row with the origin that its places tell; as it is where it says its origin itself. */
  RawDocument settled(RawDocument raw) {
    String from = RawDocument.text(raw.header(), FROM);
    String to = RawDocument.text(raw.header(), TO);
    Origin origin = says(raw) || from == null || to == null ? null : origin(from, to);
    return origin == null || from == null || to == null ? raw : with(origin, from, to, raw);
  }

  /** Whether both places are named and tell no origin: goods that a supplier sent to a customer. */
  static boolean tellNothing(RawDocument raw) {
    return !says(raw)
        && RawDocument.text(raw.header(), FROM) != null
        && RawDocument.text(raw.header(), TO) != null;
  }

  private static boolean says(RawDocument raw) {
    return raw.headers().containsKey("origin") || raw.header().containsKey("origin");
  }

  private static @Nullable Origin origin(String from, String to) {
    PlaceKind first = PlaceKind.of(from);
    PlaceKind last = PlaceKind.of(to);
    return first == null || last == null ? null : PlaceKind.origin(first, last);
  }

  private RawDocument with(Origin origin, String from, String to, RawDocument raw) {
    Map<String, Object> header = new HashMap<>(raw.header());
    Map<String, String> headers = new HashMap<>(raw.headers());
    header.put("origin", origin);
    if (origin != Origin.TRANSFER) {
      boolean in = PlaceKind.of(to) == PlaceKind.OURS;
      headers.put(FROM, raw.headers().getOrDefault(in ? TO : FROM, ""));
      header.put("direction", in ? Direction.IN : Direction.OUT);
      header.put(FROM, in ? to : from);
      header.remove(TO);
    }
    List<Finding> findings = new ArrayList<>(raw.findings());
    if (told.add(origin)) {
      String column = raw.headers().getOrDefault(FROM, "");
      findings.add(
          RuleBook.finding(
                  "MVT-012",
                  raw.place().at(column),
                  from,
                  "from",
                  from,
                  "to",
                  to,
                  "origin",
                  Enumerations.reason(origin))
              .withDocument(raw.number()));
    }
    return new RawDocument(
        raw.number(), header, raw.words(), raw.lines(), raw.rows(), headers, findings);
  }
}
