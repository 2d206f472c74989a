package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.INVOICES;
import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.invoice;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.sentences;
import static dz.manchengo.hub.scenario.MailScenario.states;
import static dz.manchengo.hub.scenario.MailScenario.subjects;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that hold files, or that nobody can open, as attachments of mails. */
class MailFilesIT extends InProcessHub {
  @Test
  void theFilesOfAnArchiveArePostedAndTheAnswerNamesThem() throws Exception {
    String sender = "zohra@fournisseur.test";
    String bad = INVOICES + "MZ-3;05/10/2026;ML-1;Client ML;Brie ML;x;100,00;19\n";
    byte[] archive =
        zip("a.csv", invoice("MZ-1"), "sous-dossier/b.csv", invoice("MZ-2"), "c.csv", bad);
    deliver(mail(sender, "Archive", attachment("factures.zip", archive)));
    await().until(() -> states(db, "Archive").equals(List.of("PARTIAL")));
    assertThat(invoicesOf("factures.zip")).containsExactly("MZ-1", "MZ-2");
    assertThat(
            db.sql("SELECT DISTINCT sheet FROM v_lineage WHERE document LIKE 'MZ-%' ORDER BY 1")
                .query(String.class)
                .list())
        .contains("a.csv", "sous-dossier/b.csv");
    await().until(() -> MailServer.received(sender).size() == 1);
    assertThat(MailScenario.words(MailServer.received(sender).get(0)).get(0))
        .contains("factures.zip\n  Fichier comptabilisé en partie : 1 document(s) refusé(s).");
    assertThat(HUB.awaitAcknowledgement("factures.zip").cells(Acknowledgement.CORRECT))
        .anySatisfy(row -> assertThat(row.toString()).contains("MZ-3", "c.csv"));
  }

  @Test
  void anArchiveInAnArchiveIsNotOpened() throws Exception {
    byte[] inner = zip("a.csv", invoice("MZ-4"));
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(outer)) {
      out.putNextEntry(new ZipEntry("dedans.zip"));
      out.write(inner);
    }
    deliver(
        mail("brahim@fournisseur.test", "Poupees", attachment("poupees.zip", outer.toByteArray())));
    await().until(() -> states(db, "Poupees").equals(List.of("REJECTED")));
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no = 'MZ-4'")).isZero();
    assertThat(sentences(db, "Poupees")).anyMatch(words -> words.contains("dedans.zip"));
  }

  @Test
  void whatIsProtectedByAPasswordIsAnsweredWithAClearSentence() throws Exception {
    String sender = "karim@fournisseur.test";
    deliver(
        mail(
            sender,
            "Mots de passe",
            attachment("secret.zip", locked(zip("a.csv", invoice("MZ-5")))),
            attachment("secret.xlsx", encrypted()),
            attachment("ouvert.csv", invoice("MZ-6"))));
    await()
        .until(() -> states(db, "Mots de passe").equals(List.of("REJECTED", "REJECTED", "POSTED")));
    await().until(() -> MailServer.received(sender).size() == 1);
    String words = MailScenario.words(MailServer.received(sender).get(0)).get(0);
    String advice = "protégé par mot de passe ; enregistrez-le sans mot de passe et renvoyez-le";
    assertThat(words)
        .containsSubsequence("secret.zip\n", advice, "secret.xlsx\n", advice)
        .contains("ouvert.csv\n  Fichier comptabilisé : 1 document(s) créé(s)");
  }

  /** A program on the way may know neither its type nor its name: then its bytes tell. */
  @ParameterizedTest
  @CsvSource({
    "Outlook, application/ms-tnef; name=winmail.dat",
    "Outlook sans nom, application/octet-stream; name=ATT00001.dat"
  })
  void theFilesInAWinmailDatAreSubmissionsOfTheirOwn(String subject, String type) {
    String one = "MZ-7-" + subject.length();
    String two = "MZ-8-" + subject.length();
    byte[] winmail = winmail(one + ".csv", invoice(one), two + ".csv", invoice(two));
    deliver(
        mail(
            "outlook@fournisseur.test",
            subject,
            "Content-Type: "
                + type
                + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(winmail)));
    await().until(() -> states(db, subject).equals(List.of("POSTED", "POSTED")));
    assertThat(invoicesOf(one + ".csv")).containsExactly(one);
    assertThat(invoicesOf(two + ".csv")).containsExactly(two);
    await().until(() -> subjects("Processed").contains(subject));
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int n = 0; n < namesAndTexts.length; n += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[n]));
        zip.write(namesAndTexts[n + 1].getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** Its first entry says that it is encrypted, in both places. */
  private static byte[] locked(byte[] zip) {
    byte[] locked = zip.clone();
    locked[6] |= 1;
    int directory = new String(zip, ISO_8859_1).indexOf("PK\1\2");
    locked[directory + 8] |= 1;
    return locked;
  }

  private static byte[] encrypted() throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var stream = encryptor.getDataStream(container)) {
        stream.write("whatever".getBytes(US_ASCII));
      }
      container.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** As Outlook packs attachments (MS-OXTNEF): of each its rendering, its title and its bytes. */
  private static byte[] winmail(String... namesAndTexts) {
    ByteBuffer tnef = ByteBuffer.allocate(10_000).order(ByteOrder.LITTLE_ENDIAN);
    tnef.putInt(0x223E9F78).putShort((short) 1);
    attribute(tnef, 1, 0x00089006, new byte[] {0, 0, 1, 0});
    for (int n = 0; n < namesAndTexts.length; n += 2) {
      attribute(tnef, 2, 0x00069002, new byte[14]);
      attribute(tnef, 2, 0x00018010, (namesAndTexts[n] + "\0").getBytes(US_ASCII));
      attribute(tnef, 2, 0x0006800F, namesAndTexts[n + 1].getBytes(UTF_8));
    }
    byte[] bytes = new byte[tnef.position()];
    tnef.flip().get(bytes);
    return bytes;
  }

  private static void attribute(ByteBuffer tnef, int level, int id, byte[] value) {
    int sum = 0;
    for (byte b : value) {
      sum += b & 0xFF;
    }
    tnef.put((byte) level).putInt(id).putInt(value.length).put(value).putShort((short) sum);
  }
}
