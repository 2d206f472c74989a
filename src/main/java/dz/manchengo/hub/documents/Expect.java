package dz.manchengo.hub.documents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When files of a feed have to come and how large they are: its key {@code expect}. What each part
 * means stands in {@code config/schemas/feed.schema.json}.
 *
 * @param from null: from midnight, or already from halfway after the time before
 * @param atMost files of one day; null: any number
 * @param noSoonerThan between two files; null: no matter
 * @param contact whom to call; null: the hub's contact
 * @param mail who is told; empty: whom the hub tells
 */
public record Expect(
    LocalTime by,
    @Nullable LocalTime from,
    On on,
    String calendar,
    int atLeast,
    @Nullable Integer atMost,
    Rows rows,
    @Nullable Duration noSoonerThan,
    @Nullable String contact,
    List<String> mail) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  /** The days on which files come. */
  public sealed interface On {
    /** Those of the calendar. */
    record WorkingDays() implements On {}

    record EveryDay() implements On {}

    /** Unless they are holidays. */
    record DaysOfWeek(Set<DayOfWeek> days) implements On {}

    /** Or the next working day; 31 is the last day of every month. */
    record DaysOfMonth(Set<Integer> days) implements On {}
  }

  /** How many rows a file has, both ends included. */
  public record Rows(int min, int max) {
    public boolean include(int rows) {
      return min <= rows && rows <= max;
    }
  }

  /** What the schema lets pass and cannot be meant. */
  List<String> contradictions() {
    List<String> contradictions = new ArrayList<>();
    if (atMost != null && atMost < atLeast) {
      contradictions.add("expect: at-most is less than at-least");
    }
    if (rows.max() < rows.min()) {
      contradictions.add("expect: rows end before they begin");
    }
    return contradictions;
  }

  @JsonCreator
  static Expect of(JsonNode written) {
    Integer atLeast = read(written, "at-least", Expect::files);
    return new Expect(
        LocalTime.parse(written.get("by").asText(), TIME),
        read(written, "from", from -> LocalTime.parse(from.asText(), TIME)),
        written.has("on") ? on(written.get("on")) : new On.WorkingDays(),
        written.path("calendar").asText("dz"),
        atLeast == null ? 1 : atLeast,
        read(written, "at-most", Expect::files),
        written.has("rows") ? rows(written.get("rows")) : new Rows(0, Integer.MAX_VALUE),
        read(written, "no-sooner-than", Expect::duration),
        read(written, "contact", JsonNode::asText),
        texts(written.path("mail")));
  }

  private static <T> @Nullable T read(JsonNode written, String key, Function<JsonNode, T> as) {
    JsonNode value = written.get(key);
    return value == null ? null : as.apply(value);
  }

  private static On on(JsonNode days) {
    if (days.isTextual()) {
      return days.asText().equals("every-day") ? new On.EveryDay() : new On.WorkingDays();
    }
    if (days.isArray()) {
      Set<DayOfWeek> named = EnumSet.noneOf(DayOfWeek.class);
      texts(days).forEach(day -> named.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
      return new On.DaysOfWeek(named);
    }
    JsonNode ofMonth = days.get("day-of-month");
    Set<Integer> numbers = new TreeSet<>();
    if (ofMonth.isArray()) {
      ofMonth.forEach(day -> numbers.add(day.asInt()));
    } else {
      numbers.add(ofMonth.asInt());
    }
    return new On.DaysOfMonth(numbers);
  }

  /** {@code 1}, {@code 1 file} or {@code 3 files}. */
  private static int files(JsonNode written) {
    return Integer.parseInt(written.asText().replaceAll(" .*", ""));
  }

  private static Rows rows(JsonNode written) {
    if (written.isObject()) {
      return new Rows(written.path("min").asInt(0), written.path("max").asInt(Integer.MAX_VALUE));
    }
    String[] ends = written.asText().split(" ?\\.\\. ?", -1);
    return new Rows(
        ends[0].isEmpty() ? 0 : Integer.parseInt(ends[0]),
        ends[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends[1]));
  }

  private static Duration duration(JsonNode written) {
    String text = written.asText();
    int number = Integer.parseInt(text.replaceAll("\\D", ""));
    return text.endsWith("h") ? Duration.ofHours(number) : Duration.ofMinutes(number);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }
}
