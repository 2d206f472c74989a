package dz.manchengo.hub.notices;

import dz.manchengo.hub.notices.Waiting.Failure;
import dz.manchengo.hub.platform.Texts;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * What another program's answer, or its silence, means for a webhook; the sentence is in the hub's
 * language, the other side's words stand in it as they came.
 */
@Component
class WebhookFailure {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofMinutes(15);

  /** A receiver that asks for more is asked earlier. */
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  private static final int GONE = 410;

  private final Texts texts;

  WebhookFailure(@Value("${hub.language}") Locale language) {
    this.texts = new Texts(language);
  }

  Failure unknown(String name) {
    return new Failure(texts.get("notice.webhook.unknown", name), true, false, SOON, LATEST);
  }

  /** Somebody switched it off while this waited. */
  Failure disabled() {
    return new Failure(texts.get("notice.webhook.disabled"), true, false, SOON, LATEST);
  }

  /** Its name leads into a private network now. */
  Failure forbidden(Exception cause) {
    return new Failure(
        texts.get("notice.webhook.forbidden", reason(cause)), false, true, SOON, LATEST);
  }

  /** It took its time. */
  Failure silent(Duration timeout) {
    return new Failure(
        texts.get("notice.webhook.silent", timeout.toSeconds()), false, true, SOON, LATEST);
  }

  /** Its secret stands in a file that is not there, or that the hub may not read. */
  Failure secret(Exception cause) {
    return new Failure(
        texts.get("notice.webhook.secret", reason(cause)), false, true, SOON, LATEST);
  }

  Failure away(Exception cause) {
    return new Failure(texts.get("notice.webhook.away", reason(cause)), false, true, SOON, LATEST);
  }

  /** One that says when it wants to be asked again is not asked for anything else before. */
  Failure answered(HttpResponse<String> answer) {
    String asked = answer.headers().firstValue("retry-after").orElse("");
    return answered(answer.statusCode(), asked, answer.body(), Instant.now());
  }

  Failure answered(int status, String retryAfter, String words, Instant now) {
    String key = "notice.webhook." + (status / 100 == 3 ? "redirected" : "answered");
    String sentence = texts.get(key, String.valueOf(status));
    String reason = words.isBlank() ? sentence : texts.get("notice.webhook.words", sentence, words);
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
