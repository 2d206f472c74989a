package dz.manchengo.hub.partner;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.platform.Texts;
import dz.manchengo.hub.reconciliation.Approvals;
import dz.manchengo.hub.reconciliation.CountRefused;
import dz.manchengo.hub.reconciliation.CountSessionBook;
import dz.manchengo.hub.reconciliation.Difference;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code /count-sessions}: to open a count, approve its differences or reject them, post them, or
 * give it up. Whoever calls vouches for the person that it names in {@code by}.
 */
@Component("countCalls")
class CountCalls {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int LATEST_YEAR = 9999;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 1000;

  private final WishBody wishes;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final ZoneId zone;

  CountCalls(WishBody wishes, JdbcClient db, TransactionTemplate transaction, Clock clock) {
    this.wishes = wishes;
    this.db = db;
    this.transaction = transaction;
    this.zone = clock.getZone();
  }

  private enum EmptyMeans {
    NOT_COUNTED,
    ZERO
  }

  private record OpenWish(
      @Nullable String session,
      @Nullable String warehouse,
      @Nullable OffsetDateTime cutoffAt,
      CountSessionBook.@Nullable Kind kind,
      CountSessionBook.@Nullable Freeze freeze,
      @Nullable EmptyMeans emptyMeans,
      @Nullable String by) {}

  private record ApproveWish(
      @Nullable String by, @Nullable String product, @Nullable String reason) {}

  private record PostWish(@Nullable String by) {}

  private record All(List<CountSessionBook.Listed> items) {}

  /** What was done, and how the session is since. */
  private record Done(int done, CountSessionBook.Listed session) {}

  private record CloseWish(@Nullable String by, @Nullable String because) {}

  Reply list(Call call) {
    List<CountSessionBook.Listed> all =
        call.caller().isHouse() ? sessions(call).all() : List.of(); // counts are the house's
    return Reply.json(new All(all));
  }

  Reply one(Call call) {
    return Reply.json(shown(call, number(call)));
  }

  /** The greatest first. */
  Reply differences(Call call) {
    String number = number(call);
    List<Difference> all =
        answered(
            call, () -> approvals(call).differences(new Approvals.Wish(number, "", null, null)));
    return Reply.json(Slice.of(all, call, ShownDifference::of));
  }

  Reply open(Call call) throws IOException {
    house(call, "");
    OpenWish wish = wishes.read(call, OpenWish.class);
    OffsetDateTime cutoff = wish.cutoffAt();
    if (cutoff != null && (cutoff.getYear() < 1 || cutoff.getYear() > LATEST_YEAR)) {
      throw invalid(call, "/cutoffAt", cutoff.toString(), "api.count.moment");
    }
    String session = optional(call, "/session", wish.session(), LONGEST_NAME);
    if (session != null && DocumentNumber.norm(session).isEmpty()) {
      throw invalid(call, "/session", session, "api.count.text", LONGEST_NAME);
    }
    CountSessionBook.Opening opening =
        new CountSessionBook.Opening(
            session,
            required(call, "/warehouse", wish.warehouse()),
            cutoff,
            Objects.requireNonNullElse(wish.kind(), CountSessionBook.Kind.FULL),
            Objects.requireNonNullElse(wish.freeze(), CountSessionBook.Freeze.SOFT),
            wish.emptyMeans() == EmptyMeans.ZERO,
            required(call, "/by", wish.by()));
    CountSessionBook sessions = sessions(call);
    boolean made = answered(call, () -> sessions.open(opening));
    CountSessionBook.Listed shown = shown(call, DocumentNumber.norm(sessions.number(opening)));
    String location =
        Crossing.BASE
            + "/count-sessions/"
            + URLEncoder.encode(shown.session(), StandardCharsets.UTF_8).replace("+", "%20");
    return new Reply(made ? CREATED : OK, Reply.JSON, Map.of("Location", location), shown);
  }

  Reply approve(Call call) throws IOException {
    Approvals.Wish asked = asked(call, false);
    return done(call, asked.session(), answered(call, () -> approvals(call).approve(asked)));
  }

  Reply reject(Call call) throws IOException {
    Approvals.Wish asked = asked(call, true);
    return done(call, asked.session(), answered(call, () -> approvals(call).reject(asked)));
  }

  private Approvals.Wish asked(Call call, boolean ofProduct) throws IOException {
    String number = number(call);
    ApproveWish wish = wishes.read(call, ApproveWish.class);
    return new Approvals.Wish(
        number,
        required(call, "/by", wish.by()),
        ofProduct
            ? required(call, "/product", wish.product())
            : optional(call, "/product", wish.product(), LONGEST_NAME),
        optional(call, "/reason", wish.reason(), LONGEST_NAME));
  }

  Reply post(Call call) throws IOException {
    String number = number(call);
    String by = required(call, "/by", wishes.read(call, PostWish.class).by());
    Approvals.Wish asked = new Approvals.Wish(number, by, null, null);
    return done(call, number, answered(call, () -> approvals(call).post(asked)));
  }

  Reply close(Call call) throws IOException {
    String number = number(call);
    CloseWish wish = wishes.read(call, CloseWish.class);
    String by = required(call, "/by", wish.by());
    String because = optional(call, "/because", wish.because(), LONGEST_TEXT);
    answered(
        call,
        () -> {
          sessions(call).close(number, by, because);
          return true;
        });
    return Reply.json(shown(call, number));
  }

  private Reply done(Call call, String number, int done) {
    return Reply.json(new Done(done, shown(call, number)));
  }

  private CountSessionBook.Listed shown(Call call, String number) {
    return answered(call, () -> sessions(call).one(number));
  }

  private CountSessionBook sessions(Call call) {
    return new CountSessionBook(db, transaction, new Texts(call.language()), zone);
  }

  private Approvals approvals(Call call) {
    return new Approvals(db, transaction, new Texts(call.language()), zone);
  }

  /** In the form in which numbers are the same, whatever signs were sent. */
  private static String number(Call call) {
    house(call, call.at("number"));
    return DocumentNumber.norm(call.at("number"));
  }

  private static void house(Call call, String number) {
    if (!call.caller().isHouse()) {
      throw new ProblemException(ProblemKind.NOT_FOUND, number);
    }
  }

  private static String required(Call call, String pointer, @Nullable String value) {
    String text = optional(call, pointer, value, LONGEST_NAME);
    if (text == null) {
      throw invalid(call, pointer, "", "api.count.text", LONGEST_NAME);
    }
    return text;
  }

  private static @Nullable String optional(
      Call call, String pointer, @Nullable String value, int longest) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (text.isEmpty()
        || text.length() > longest
        || text.chars().anyMatch(Character::isISOControl)) {
      throw invalid(call, pointer, text, "api.count.text", longest);
    }
    return text;
  }

  private static ProblemException invalid(
      Call call, String pointer, String value, String key, Object... values) {
    String message = new Texts(call.language()).get(key, values);
    return new ProblemException(ProblemKind.INVALID)
        .faults(List.of(new Problem.Fault(pointer, null, null, null, value, message)));
  }

  private static <T> T answered(Call call, Supplier<T> work) {
    try {
      return work.get();
    } catch (CountRefused refused) {
      throw problem(refused, call);
    }
  }

  private static ProblemException problem(CountRefused refused, Call call) {
    List<Problem.Fault> faults =
        refused.sentences().stream()
            .map(sentence -> new Problem.Fault(null, null, null, null, null, sentence))
            .toList();
    return switch (refused.reason()) {
      case UNKNOWN ->
          new ProblemException(ProblemKind.NOT_FOUND, call.path().getOrDefault("number", ""));
      case INVALID -> new ProblemException(ProblemKind.INVALID).faults(faults);
      case STATE -> new ProblemException(ProblemKind.COUNT_REFUSED).faults(faults);
    };
  }
}
