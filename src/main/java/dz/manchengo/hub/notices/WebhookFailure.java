package dz.manchengo.hub.notices;

import dz.manchengo.hub.notices.Waiting.Failure;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.core.NestedExceptionUtils;

/** What another program's answer, or its silence, means for a webhook. */
final class WebhookFailure {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofMinutes(15);

  /** A receiver that asks for more is asked earlier. */
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  private static final int GONE = 410;

  private WebhookFailure() {}

  static Failure unknown(String name) {
    return new Failure("no webhook hub.webhooks." + name + " is set", true, false, SOON, LATEST);
  }

  /** Somebody switched it off while this waited. */
  static Failure disabled() {
    return new Failure("the webhook is switched off", true, false, SOON, LATEST);
  }

  /** Its name leads into a private network now. */
  static Failure forbidden(Exception cause) {
    return new Failure(reason(cause), false, true, SOON, LATEST);
  }

  static Failure away(Exception cause) {
    return new Failure(reason(cause), false, true, SOON, LATEST);
  }

  /** One that says when it wants to be asked again is not asked for anything else before. */
  static Failure answered(HttpResponse<String> answer) {
    String asked = answer.headers().firstValue("retry-after").orElse("");
    return answered(answer.statusCode(), asked, answer.body(), Instant.now());
  }

  static Failure answered(int status, String retryAfter, String words, Instant now) {
    String redirect = status / 100 == 3 ? ", a redirect is not followed " : " ";
    String reason = "answered " + status + redirect + words;
    Duration asked = asked(retryAfter.strip(), now);
    boolean wait = asked.compareTo(SOON) > 0;
    boolean gone = status == GONE;
    return new Failure(reason, gone, wait && !gone, wait ? asked : SOON, LATEST);
  }

  /** Seconds or a date (RFC 9110 §10.2.3); nothing where it is neither. */
  private static Duration asked(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return shortened(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return shortened(Duration.between(now, date.toInstant()));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private static Duration shortened(Duration asked) {
    return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
  }

  static String reason(Exception cause) {
    Throwable first = NestedExceptionUtils.getMostSpecificCause(cause);
    String message = first.getMessage();
    return first.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
