package dz.manchengo.hub.partner;

import java.util.List;
import java.util.function.Function;

/** A page of a list that is short enough to be had whole; its cursor counts what stood before. */
record Slice<T>(List<T> items, String nextCursor, boolean hasMore) {
  /** The page that a call asks for. */
  static <A, T> Slice<T> of(List<A> all, Call call, Function<A, T> shown) {
    Position start = Asked.cursor(call).orElse(Position.START);
    List<T> some = all.stream().skip(start.id()).limit(Asked.limit(call)).map(shown).toList();
    long next = start.id() + some.size();
    return new Slice<>(some, new Position(0, next).cursor(call.operation()), next < all.size());
  }
}
