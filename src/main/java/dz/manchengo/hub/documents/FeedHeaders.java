package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a table is written as a feed says its source writes. */
final class FeedHeaders {
  private final OwnSide own;

  FeedHeaders(OwnSide own) {
    this.own = own;
  }

  /** Whether the headers are those by which the feed recognises its files. */
  boolean fit(Feed feed, Layout layout) {
    Feed.Recognise recognise = feed.recognise();
    if (recognise == null) {
      return true;
    }
    Set<String> headers = headers(layout);
    return normalised(recognise.headers()).allMatch(headers::contains)
        && (recognise.anyOf() == null || hasAny(recognise.anyOf(), headers))
        && normalised(recognise.noneOf()).noneMatch(headers::contains)
        && (recognise.ownNif() == null || own.isUnder(recognise.ownNif(), layout))
        && (recognise.otherNif() == null || !own.isUnder(recognise.otherNif(), layout));
  }

  /** One of them, or where they name suppliers another way of writing that word. */
  private static boolean hasAny(List<String> wanted, Set<String> headers) {
    return normalised(wanted).anyMatch(headers::contains)
        || (normalised(wanted).anyMatch(SupplierWords::isParty) && SupplierWords.areIn(headers));
  }

  /** Whether a feed of any supplier's documents has them by what the file says of itself. */
  static boolean isPurchase(Feed feed, Layout layout, String name) {
    Feed.Recognise recognise = feed.recognise();
    return feed.direction() == Invoice.Direction.PURCHASE
        && recognise != null
        && recognise.anyOf() != null
        && recognise.headers() == null
        && recognise.ownNif() == null
        && recognise.otherNif() == null
        && normalised(recognise.noneOf()).noneMatch(headers(layout)::contains)
        && new Statement(layout, name).purchase().isPresent();
  }

  /** The more a feed asks for, the surer it is of what it recognises. */
  static int specificity(Feed feed) {
    Feed.Recognise recognise = feed.recognise();
    if (recognise == null) {
      return 0;
    }
    int headers = recognise.headers() == null ? 0 : recognise.headers().size();
    return 1 + headers + (recognise.ownNif() == null ? 0 : 1);
  }

  private static Set<String> headers(Layout layout) {
    return layout.headerRow().cells().stream()
        .flatMap(c -> Stream.of(c.text(), HeaderName.parted(c.text())))
        .map(HeaderName::normalise)
        .collect(Collectors.toSet());
  }

  private static Stream<String> normalised(@Nullable List<String> headers) {
    return headers == null ? Stream.empty() : headers.stream().map(HeaderName::normalise);
  }
}
