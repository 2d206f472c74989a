package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.Texts;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a mail server's answer, or its silence, means for a letter; the sentence is in the hub's
 * language, the server's words stand behind it as they came.
 */
@Component
class SmtpFailure {
  private static final Duration SOON = Duration.ofSeconds(1);

  /** A server that comes back should not be kept waiting with all letters. */
  private static final Duration LATEST_WHEN_AWAY = Duration.ofMinutes(1);

  private static final Duration LATEST = Duration.ofMinutes(15);

  /** Said of the letter, though in answer to its sender, who announces its size. */
  private static final int TOO_LARGE = 552;

  private final Texts texts;

  SmtpFailure(@Value("${hub.language}") Locale language) {
    this.texts = new Texts(language);
  }

  Waiting.Failure of(Exception cause) {
    List<Throwable> chain = chain(cause);
    boolean away = chain.stream().anyMatch(Smtp.Away.class::isInstance);
    boolean forGood = chain.stream().anyMatch(SmtpFailure::isForGood);
    return new Waiting.Failure(
        sentence(chain, away), forGood && !away, away, SOON, away ? LATEST_WHEN_AWAY : LATEST);
  }

  /** The recipient or the letter is refused; a sender that is refused is a matter of settings. */
  private static boolean isForGood(Throwable failure) {
    if (failure instanceof SMTPAddressFailedException refused) {
      return isPermanent(refused.getReturnCode());
    }
    if (failure instanceof SMTPSendFailedException refused) {
      boolean sender = String.valueOf(refused.getCommand()).startsWith("MAIL");
      return refused.getReturnCode() == TOO_LARGE
          || (!sender && isPermanent(refused.getReturnCode()));
    }
    return failure instanceof AddressException;
  }

  private static boolean isPermanent(int code) {
    return code >= 500 && code < 600;
  }

  private String sentence(List<Throwable> chain, boolean away) {
    boolean answered =
        chain.stream()
            .anyMatch(
                one ->
                    one instanceof SMTPAddressFailedException
                        || one instanceof SMTPSendFailedException
                        || one instanceof AuthenticationFailedException);
    String key = "notice.letter." + (answered ? "said" : "detail");
    return texts.get(key, texts.get("notice.letter." + word(chain, away)), reason(chain));
  }

  private static String word(List<Throwable> chain, boolean away) {
    if (isAmong(chain, AuthenticationFailedException.class)) {
      return chain.stream().anyMatch(SmtpFailure::isTemporary) ? "later" : "login";
    }
    if (away) {
      return "away";
    }
    if (isAmong(chain, AddressException.class)) {
      return "address";
    }
    boolean recipient = isAmong(chain, SMTPAddressFailedException.class);
    if (recipient || isAmong(chain, SMTPSendFailedException.class)) {
      boolean forGood = chain.stream().anyMatch(SmtpFailure::isForGood);
      return !forGood ? "later" : recipient ? "recipient" : "refused";
    }
    return "failure";
  }

  /** « 454 4.7.0 Temporary authentication failure »: nobody has a wrong password. */
  private static boolean isTemporary(Throwable failure) {
    return String.valueOf(failure.getMessage()).startsWith("4");
  }

  private static boolean isAmong(List<Throwable> chain, Class<? extends Throwable> type) {
    return chain.stream().anyMatch(type::isInstance);
  }

  /** What each of them adds: where it failed, and the server's own words; no summaries. */
  private static String reason(List<Throwable> chain) {
    StringBuilder reason = new StringBuilder();
    for (Throwable one : chain) {
      String words = String.valueOf(one.getMessage()).strip();
      boolean summary = one.getClass() == SendFailedException.class;
      if (one.getMessage() != null && !summary && reason.indexOf(words) < 0) {
        reason.append(reason.isEmpty() ? "" : ": ").append(words);
      }
    }
    return reason.isEmpty() ? chain.get(0).getClass().getSimpleName() : reason.toString();
  }

  /** Mail exceptions name the next one besides their cause. */
  private static List<Throwable> chain(Throwable first) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable one = first; one != null && !chain.contains(one); one = next(one)) {
      chain.add(one);
    }
    return chain;
  }

  private static @Nullable Throwable next(Throwable failure) {
    Exception next = failure instanceof MessagingException e ? e.getNextException() : null;
    return next != null ? next : failure.getCause();
  }
}
