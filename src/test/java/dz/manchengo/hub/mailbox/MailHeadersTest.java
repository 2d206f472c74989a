package dz.manchengo.hub.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailHeadersTest {
  @TempDir Path folder;

  @Test
  void ofAHeaderThatIsTooLongTheLinesForAnAnswerAreFoundAllTheSame() throws Exception {
    Path mail = folder.resolve("long.eml");
    Files.writeString(
        mail,
        "From: ali@x.dz\r\nX-Long: "
            + "x".repeat(1_100_000)
            + "\r\nsubject: Facture\r\n de mars\r\nMessage-ID: <a@x.dz>\r\n"
            + "Auto-Submitted: no\r\n\r\nSubject: text\r\nList-Id: text\r\n");
    MailHeaders headers = MailHeaders.of(mail);
    assertThatThrownBy(headers::requireWhole).isInstanceOf(UnreadableMail.class);
    assertThat(headers.subject()).isEqualTo("Facture de mars");
    assertThat(headers.messageId()).isEqualTo("<a@x.dz>");
    assertThat(headers.mayBeAnswered()).isTrue();
  }

  @Test
  void aPersonsMailMayBeAnswered() throws Exception {
    MailHeaders mail =
        headers(
            "From: Ali <ali@fournisseur.dz>",
            "Subject: =?utf-8?Q?Factures_d=27=C3=A9t=C3=A9?=",
            "Message-ID: <abc@fournisseur.dz>",
            "References: <one@x> <two@x>",
            "Auto-Submitted: no");
    assertThat(mail.mayBeAnswered()).isTrue();
    assertThat(mail.isEcho()).isFalse();
    assertThat(mail.subject()).isEqualTo("Factures d'été");
    assertThat(mail.messageId()).isEqualTo("<abc@fournisseur.dz>");
    assertThat(mail.references()).containsExactly("<one@x>", "<two@x>", "<abc@fournisseur.dz>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-generated",
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "Precedence: List",
        "List-Id: <news.example.dz>",
        "List-Unsubscribe: <mailto:x@y>",
        "X-Auto-Response-Suppress: All",
        "X-Auto-Response-Suppress: DR, AutoReply"
      })
  void machinesAndListsAreNotAnswered(String header) throws Exception {
    assertThat(headers("From: x@y.dz", header).mayBeAnswered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied (vacation)",
        "Return-Path: <>",
        "Return-Path: < >",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
        "X-Failed-Recipients: a@b.dz",
        "X-Autoreply: yes"
      })
  void bouncesAndAnswersOfMachinesAreEchoes(String header) throws Exception {
    assertThat(headers("From: x@y.dz", header).isEcho()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Auto-Response-Suppress: OOF", "X-Auto-Response-Suppress: DR, NDR, RN, NRN"})
  void aWordAboutReceiptsForbidsNoAnswer(String header) throws Exception {
    assertThat(headers(header).mayBeAnswered()).isTrue();
  }

  @Test
  void nothingInAHeaderCanBecomeAnotherOne() throws Exception {
    MailHeaders mail =
        headers(
            "Subject: =?utf-8?Q?x=0D=0ABcc:_all@world.dz?=",
            "Message-ID: <a b@c>",
            "References: <ok@x> junk\r\n <ok2@x> <\u00e9@x>");
    assertThat(mail.subject()).isEqualTo("x Bcc: all@world.dz");
    assertThat(mail.messageId()).isEmpty();
    assertThat(mail.references()).containsExactly("<ok@x>", "<ok2@x>");
  }

  private MailHeaders headers(String... lines) throws IOException {
    return MailHeaders.of(
        Files.writeString(
            folder.resolve("mail.eml"), String.join("\r\n", lines) + "\r\n\r\nBonjour\r\n"));
  }
}
