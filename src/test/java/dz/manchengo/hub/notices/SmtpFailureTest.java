package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpFailureTest {
  /** Ops looks for a wrong password only where the server says that it is one. */
  @ParameterizedTest
  @CsvSource({
    "535 5.7.8 authentication failed, refuse l'identifiant",
    "454 4.7.0 Temporary authentication failure, n'a pas pris ce message pour l'instant"
  })
  void aLoginThatFailsForNowIsNoWrongPassword(String said, String told) {
    String sentence =
        new SmtpFailure(Locale.FRENCH).of(new AuthenticationFailedException(said)).reason();
    assertThat(sentence).contains(told, said);
  }
}
