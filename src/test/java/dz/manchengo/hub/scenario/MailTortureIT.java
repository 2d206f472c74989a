package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.documents.OutsideData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Public collections of broken and odd mails through the real consumer, in one run. */
class MailTortureIT extends InProcessHub {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void eachHasItsEndAndNobodyIsHeldUp() throws IOException {
    List<Path> files =
        OutsideData.files("mail-mime4j", "mail-other", "mail-tnef").stream()
            .filter(file -> file.toString().matches(".*\\.(msg|eml|dat)"))
            .toList();
    long before = number("SELECT coalesce(max(id), 0) FROM mail");
    for (Path file : files) {
      MailScenario.place(MailScenario.ANYBODY, mail(file));
    }
    MailScenario.place(
        MailScenario.ANYBODY,
        MailScenario.mail(
                MailScenario.SENDER,
                "Le dernier",
                MailScenario.attachment(
                    "dernier.csv", InvoiceText.file(InvoiceText.invoice("TORT-1", 2))))
            .getBytes(StandardCharsets.UTF_8));

    await().atMost(PATIENCE).until(() -> MailScenario.count(MailScenario.ANYBODY, "INBOX") == 0);
    String ours = "m.mailbox = 'anybody' AND m.id > " + before;
    assertThat(number("SELECT count(*) FROM mail m WHERE " + ours)).isEqualTo(files.size() + 1);
    assertThat(
            number("SELECT count(*) FROM mail m WHERE m.status IN ('SEEN', 'STORED') AND " + ours))
        .isZero();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                number(
                        "SELECT count(*) FROM mail_part JOIN mail m ON m.id = mail_id"
                            + " WHERE answer IS NULL AND "
                            + ours)
                    == 0);
    assertThat(submission("dernier.csv")).containsEntry("status", "POSTED");
    assertThat(
            number(
                "SELECT count(*) FROM submission JOIN mail_part USING (delivery) JOIN mail m"
                    + " ON m.id = mail_id WHERE submission.status NOT IN"
                    + " ('POSTED', 'PARTIAL', 'REJECTED', 'DUPLICATE') AND "
                    + ours))
        .isZero();
  }

  /** As it is; a {@code winmail.dat} as somebody's attachment. */
  private static byte[] mail(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean compound = bytes.length > 1 && (bytes[0] & 0xFF) == 0xD0; // Outlook's own .msg
    if (!file.toString().endsWith(".dat") && !compound) {
      return bytes;
    }
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.writeBytes(
        ("From: outlook@fournisseur.test\r\nSubject: "
                + file.getFileName()
                + "\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    mail.writeBytes(Base64.getMimeEncoder().encode(bytes));
    return mail.toByteArray();
  }
}
