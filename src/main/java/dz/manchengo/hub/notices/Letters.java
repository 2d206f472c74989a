package dz.manchengo.hub.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Letters on their way from the outbox to the mail server, a few at a time. */
@Component("letters")
class Letters {
  private static final Logger log = LoggerFactory.getLogger(Letters.class);

  private final Waiting waiting;
  private final Smtp smtp;
  private final SmtpSettings settings;
  private final Enclosures enclosures;
  private final SmtpFailure failures;
  private final ObjectMapper json;

  /** On their way; nobody begins one a second time, nor another one to the same recipient. */
  private final Set<Long> underway = ConcurrentHashMap.newKeySet();

  private boolean toldThatTheyWait;

  Letters(
      Waiting waiting,
      Smtp smtp,
      SmtpSettings settings,
      Enclosures enclosures,
      SmtpFailure failures,
      ObjectMapper json) {
    this.waiting = waiting;
    this.smtp = smtp;
    this.settings = settings;
    this.enclosures = enclosures;
    this.failures = failures;
    this.json = json;
  }

  /** The oldest that is due; null when none is, or no mail server is known. */
  Waiting.@Nullable Turn next() {
    if (!settings.areUsable() && toldThatTheyWait) {
      return null;
    }
    Waiting.Turn next = waiting.nextLetter(underway);
    if (next != null && !settings.areUsable()) {
      toldThatTheyWait = true;
      log.warn("letters wait in the outbox: no mail server is set (hub.smtp.host)");
      return null;
    }
    if (next != null) {
      underway.add(next.id());
    }
    return next;
  }

  /** By which it goes on. */
  long id(@Body Waiting.Turn turn) {
    return turn.id();
  }

  LetterMessage compose(@Body long id) throws MessagingException, JsonProcessingException {
    Waiting.Waiter waiter = waiting.get(id);
    Letter letter = json.readValue(waiter.payload(), Letter.class);
    Enclosures.Packed packed = enclosures.pack(letter);
    return new LetterMessage(
        smtp.getSession(), waiter, packed.letter(), settings.sender(), packed.parts());
  }

  void sent(@ExchangeProperty("notice") long id) {
    waiting.sent(id);
    log.info("letter {} is sent", id);
  }

  void failed(
      @ExchangeProperty("notice") long id,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
    Waiting.Failure failure = failures.of(cause);
    log.info("letter {} is not sent: {}", id, failure.told());
    waiting.failed(id, failure);
  }

  /** Whatever became of it. */
  void done(@ExchangeProperty("notice") long id) {
    underway.remove(id);
  }
}
