package dz.manchengo.hub.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers as words, whoever wrote them. */
class MailTextTest {
  @Test
  void encodedWordsAreRead() {
    assertThat(MailText.words("=?utf-8?B?RmFjdHVyZXMgZMOpYw==?= 2026"))
        .isEqualTo("Factures déc 2026");
    assertThat(MailText.words(null)).isEmpty();
  }

  /** A mail of which only the subject is damaged is taken like any other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?utf-8?B?RmFjdHVyZXMgZMOpYw?=",
        "=?utf-8?B?bad?=",
        "=?utf-8?B?RmFjdHVyZXMg!!ZMOpYw==?=",
        "=?utf-8?Q?bad=Z1_x=?=",
        "=?no-such-charset?B?RmFjdHVyZXM=?=",
        "=?utf-8?X?RmFjdHVyZXM=?=",
        "=?utf-8?B??=",
        "=?utf-8?Q?=C3?=",
      })
  void damagedOnesHoldNothingUp(String value) {
    assertThatCode(() -> MailText.words(value)).doesNotThrowAnyException();
  }

  @Test
  void aWordWithoutItsPaddingIsReadAsFarAsItGoes() {
    assertThat(MailText.words("=?utf-8?B?RmFjdHVyZXMgZMOpYw?=")).startsWith("Factures");
  }

  /** With its letters turned around, an .exe shows itself as a .csv. */
  @Test
  void nothingTurnsANameAround() {
    assertThat(MailText.fileName("facture\u202Evsc.exe\u2067")).isEqualTo("facturevsc.exe");
  }
}
