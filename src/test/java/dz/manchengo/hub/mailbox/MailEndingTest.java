package dz.manchengo.hub.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails that stop in the middle: what is there is read, and it is known that more may lack. */
class MailEndingTest {
  private static final String MAIL =
      """
      Content-Type: multipart/mixed; boundary=B

      --B
      Content-Type: text/plain

      Bonjour
      --B
      Content-Type: text/csv
      Content-Disposition: attachment; filename=a.csv

      un;deux
      --B
      Content-Type: text/csv
      Content-Disposition: attachment; filename=b.csv
      Content-Transfer-Encoding: base64

      MTsyOzM=
      --B
      Content-Type: text/plain

      Salutations
      --B--
      """;

  @TempDir Path folder;

  @Test
  void aWholeMailIsWhole() throws Exception {
    assertThat(isWhole(MAIL)).isTrue();
    assertThat(isWhole("Content-Type: text/csv; name=seul.csv\n\nun;deux\n")).isTrue();
    assertThat(isWhole("Content-Type: text/plain\n\nBonjour")).isTrue();
  }

  @Test
  void anAttachmentAtWhichItStopsMayLackItsEnd() throws Exception {
    assertThat(isWhole(upTo("un;de"))).isFalse();
    assertThat(isWhole(upTo("un;deux\n"))).isFalse();
    assertThat(isWhole(upTo("MTsy"))).isFalse();
    assertThat(isWhole(upTo("MTsyOz"))).isFalse();
  }

  @Test
  void ofATextNobodyMissesTheEnd() throws Exception {
    assertThat(isWhole(upTo("Bonj"))).isTrue();
    assertThat(isWhole(upTo("Salut"))).isTrue();
    assertThat(isWhole(upTo("Salutations\n"))).isTrue();
  }

  @Test
  void base64ThatStopsTellsItWhereNoBoundaryDoes() throws Exception {
    String head = "Content-Type: text/csv; name=a.csv\nContent-Transfer-Encoding: base64\n\n";
    assertThat(isWhole(head + "MTsyOzM=\n")).isTrue();
    assertThat(isWhole(head + "MTsyOzM")).isFalse();
  }

  @Test
  void savedMailsInAMailCountToo() throws Exception {
    String saved =
        """
        Content-Type: multipart/mixed; boundary=C

        --C
        Content-Type: application/octet-stream; name=x.eml

        """;
    assertThat(isWhole(saved + MAIL + "\n--C--\n")).isTrue();
    assertThat(isWhole(saved + upTo("un;de") + "\n--C--\n")).isFalse();
  }

  private static String upTo(String words) {
    return MAIL.substring(0, MAIL.indexOf(words) + words.length());
  }

  private boolean isWhole(String mail) throws Exception {
    Path file = Files.writeString(folder.resolve("mail.eml"), mail.replace("\n", "\r\n"));
    return MailParts.read(file, (part, bytes) -> bytes.readAllBytes());
  }
}
