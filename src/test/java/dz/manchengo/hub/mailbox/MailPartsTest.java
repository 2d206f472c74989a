package dz.manchengo.hub.mailbox;

import static dz.manchengo.hub.mailbox.MailSamples.attached;
import static dz.manchengo.hub.mailbox.MailSamples.mixed;
import static dz.manchengo.hub.mailbox.MailSamples.multipart;
import static dz.manchengo.hub.mailbox.MailSamples.part;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailPartsTest {
  private static final String CSV = "Content-Type: text/csv\n";

  @TempDir Path folder;

  @Test
  void attachmentsAreFilesAndTextsAreNot() throws Exception {
    assertThat(
            files(
                mixed(
                    part("Content-Type: text/plain; charset=utf-8\n", "Bonjour;ceci;est;du;texte"),
                    part("Content-Type: text/html\n", "<table><tr><td>1"),
                    part(CSV + attached("ventes.csv"), "a;b"),
                    part(CSV + attached("ventes.csv"), "c;d"),
                    part("Content-Type: text/plain; name=\"notes.txt\"\n", "x"),
                    part(CSV + "Content-Disposition: inline; filename=achats.csv\n", "e;f"),
                    part("Content-Type: text/html; name=ATT00001.htm\n", "<br>"),
                    part("Content-Type: text/calendar; name=rdv.ics\n", "BEGIN:VCALENDAR"),
                    part("Content-Type: application/pgp-keys\n" + attached("key.asc"), "xx"),
                    part("Content-Type: application/pgp-signature; name=s.asc\n", "xx"))))
        .containsExactly(
            "3 ventes.csv a;b", "4 ventes.csv c;d", "5 notes.txt x", "6 achats.csv e;f");
  }

  @Test
  void picturesOfATextAreNoFilesButAPhotographThatSomebodyAttachedIs() throws Exception {
    String related =
        multipart(
            "related",
            "REL",
            part("Content-Type: text/html\n", "<img src=cid:logo>"),
            part("Content-Type: image/png\nContent-ID: <logo>\n", "png"),
            part("Content-Type: image/png; name=logo2.png\n" + attached("logo2.png"), "png"));
    assertThat(
            files(
                mixed(
                    related,
                    part("Content-Type: image/gif; name=line.gif\n", "gif"),
                    part(
                        "Content-Type: image/png\nContent-ID: <x>\n" + attached("image001.png"),
                        "png"),
                    part("Content-Type: image/jpeg\n" + attached("facture.jpg"), "jpg"))))
        .containsExactly("6 facture.jpg jpg");
  }

  /** What it holds decides, not how it is called. */
  @Test
  void whatIsCalledOtherwiseThanItIsIsAFile() throws Exception {
    assertThat(
            files(
                mixed(
                    part("Content-Type: application/octet-stream\n" + attached("v.eml"), "N°;Date"),
                    part("Content-Type: message/rfc822\n" + attached("w.eml"), "N°;a"),
                    part("Content-Type: image/png\nContent-ID: <x>\n" + attached("v.csv"), "c;d"),
                    part("Content-Type: application/pkcs7-signature; name=v.xlsx\n", "xl"),
                    part("Content-Type: message/delivery-status; name=v.csv\n", "e;f"),
                    part("Content-Type: message/external-body; access-type=URL\n", "x"))))
        .startsWith("1 v.eml N°;Date", "2 w.eml N°;a", "3 v.csv c;d", "4 v.xlsx xl")
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=\"ventes.csv\"| ventes.csv",
        "name*=iso-8859-1'fr'Caf%E9.csv| Café.csv",
        "name*0*=UTF-8''un%20nom%20tr%C3%A8s; name*1*=%20long; name*2=.csv| un nom très long.csv",
        "name*0=\"un-nom\"; name*1=\"-coupe.csv\"| un-nom-coupe.csv",
        "name=\"=?iso-8859-1?Q?Caf=E9?=.csv\"| Café.csv"
      })
  void aNameMayStandInTheTypeAlone(String parameter, String name) throws Exception {
    assertThat(files(mixed(part("Content-Type: text/csv; " + parameter + "\n", "a;b"))))
        .containsExactly("1 " + name + " a;b");
  }

  @Test
  void aForwardedMailBringsItsAttachments() throws Exception {
    String inner =
        "From: x@y.dz\nSubject: FV\n"
            + multipart(
                "mixed",
                "INNER",
                part("Content-Type: text/plain\n", "voir"),
                part(
                    CSV + attached("interne.csv") + "Content-Transfer-Encoding: base64\n", "YTti"));
    assertThat(files(mixed(part("Content-Type: message/rfc822\n", inner), part(CSV, "dehors;1"))))
        .containsExactly("1.2 interne.csv a;b", "2 piece-jointe-2.csv dehors;1");
  }

  @Test
  void aMailThatWasSavedAndAttachedBringsItsAttachments() throws Exception {
    String inner =
        "From: x@y.dz\nSubject: FV\n"
            + multipart(
                "mixed",
                "INNER",
                part("Content-Type: text/plain\n", "voir"),
                part(CSV + attached("interne.csv"), "a;b"));
    String saved =
        Base64.getMimeEncoder().encodeToString(inner.replace("\n", "\r\n").getBytes(UTF_8));
    String base64 = "Content-Transfer-Encoding: base64\n";
    assertThat(
            files(
                mixed(
                    part(
                        "Content-Type: application/octet-stream\n" + attached("FV.eml") + base64,
                        saved),
                    part("Content-Type: message/rfc822\n" + attached("FV.EML") + base64, saved),
                    part(CSV + attached("dehors.csv"), "c;d"))))
        .containsExactly("1.2 interne.csv a;b", "2.2 interne.csv a;b", "3 dehors.csv c;d");
  }

  @Test
  void savedMailsInSavedMailsEndSomewhere() {
    String mail = mixed(part(CSV + attached("a.csv"), "a;b"));
    for (int n = 0; n < 30; n++) {
      mail =
          multipart(
              "mixed",
              "L" + n,
              part("Content-Type: application/octet-stream\n" + attached("m.eml"), mail));
    }
    String deep = mail;
    assertThatThrownBy(() -> files(deep)).isInstanceOf(UnreadableMail.class);
  }

  @Test
  void filesThatOldProgramsWriteIntoTheTextAreRead() throws Exception {
    String first = "begin 644 ventes.csv\n#83MB\n`\nend\n"; // uuencode(1) of a;b
    String second =
        "begin 0600 l'été 2.csv\n$8SMD\"@\n \nend"; // c;d and a line break; spaces got lost
    assertThat(
            files(
                "\nBonjour,\nbegin 644 the work\nplease\n\n"
                    + first
                    + "suite\n"
                    + second
                    + "\nfin"))
        .containsExactly("1.1 ventes.csv a;b", "1.2 l'été 2.csv c;d");
    assertThat(
            files(
                "Content-Type: application/octet-stream; name=juste.csv\n"
                    + "Content-Transfer-Encoding: x-uuencode\n\n"
                    + first))
        .containsExactly("1.1 juste.csv a;b");
  }

  @Test
  void aFileInATextThatWasCutOffIsToldAndNotTakenInPart() {
    assertThatThrownBy(() -> files("\nbegin 644 ventes.csv\n#83MB\n"))
        .isInstanceOf(UnreadableMail.class);
    assertThatThrownBy(() -> files("\nbegin 644 ventes.csv\n#83MB\nBonne soirée\nend\n"))
        .isInstanceOf(UnreadableMail.class);
  }

  @Test
  void aMailThatIsAFileHasItAsItsOnlyPart() throws Exception {
    assertThat(files("Content-Type: text/csv\n" + attached("seul.csv") + "\na;b\n"))
        .containsExactly("1 seul.csv a;b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filename==?utf-8?B?w6l0w6kuY3N2?=| été.csv",
        "filename=\"=?iso-8859-1?Q?=E9t=E9.csv?=\"| été.csv",
        "filename*=UTF-8''%C3%A9t%C3%A9%20%E2%82%AC.csv| été €.csv",
        "filename*0*=UTF-8''factures%20d%27; filename*1*=%C3%A9t%C3%A9; filename*2=.csv"
            + "| factures d'été.csv",
        "filename*0=\"un-nom-tres\"; filename*1=\"-long.csv\"| un-nom-tres-long.csv",
        "filename*2=\".csv\"; filename*0*=iso-8859-1'fr'%E9t%E9; filename*1=\"-2026\"| été-2026.csv",
        "filename=\"C:\\\\Users\\\\Ali\\\\ventes.csv\"| ventes.csv",
        "filename=\"../../etc/passwd\"| passwd",
        "filename=\"فاتورة.csv\"| فاتورة.csv"
      })
  void namesAreReadAsMailProgramsWriteThem(String parameter, String name) throws Exception {
    assertThat(
            files(mixed(part(CSV + "Content-Disposition: attachment; " + parameter + "\n", "x"))))
        .containsExactly("1 " + name + " x");
  }

  @Test
  void aNameInOldBytesIsReadAsWindowsWroteIt() throws Exception {
    String mail = mixed(part(CSV + attached("relevé_œuvre.csv"), "x"));
    Path file =
        Files.write(folder.resolve("m.eml"), mail.getBytes(Charset.forName("windows-1252")));
    assertThat(files(file)).containsExactly("1 relevé_œuvre.csv x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
        "Content-Type: application/x-pkcs7-mime; name=\"smime.p7m\"",
        "Content-Type: application/pgp-encrypted",
        "Content-Type: application/octet-stream; name=ventes.csv.gpg",
        "Content-Type: application/octet-stream; name=ventes.xlsx.P7M"
      })
  void whatIsEncryptedIsSeen(String type) throws Exception {
    List<MailPart.Kind> kinds = new ArrayList<>();
    MailParts.read(written(type + "\n\nxxxx"), (part, bytes) -> kinds.add(part.kind()));
    assertThat(kinds).containsExactly(MailPart.Kind.ENCRYPTED);
  }

  @Test
  void everythingInAnEncryptedMailIsEncrypted() throws Exception {
    List<MailPart.Kind> kinds = new ArrayList<>();
    MailParts.read(
        written(
            multipart(
                "encrypted",
                "E",
                part("Content-Type: application/pgp-encrypted\n", "Version: 1"),
                part("Content-Type: application/octet-stream; name=encrypted.asc\n", "----"))),
        (part, bytes) -> kinds.add(part.kind()));
    assertThat(kinds).containsExactly(MailPart.Kind.OTHER, MailPart.Kind.ENCRYPTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "\0\0\0", "no header at all", "Content-Type: multipart/mixed\n\nx"})
  void whatIsNoMailHasNoFiles(String text) throws Exception {
    assertThat(files(text)).isEmpty();
  }

  @Test
  void aMailThatWasCutOffIsReadAsFarAsItGoes() throws Exception {
    String mail = mixed(part(CSV + attached("a.csv"), "1"), part(CSV + attached("b.csv"), "2;3"));
    assertThat(files(mail.substring(0, mail.indexOf("2;3") + 2)))
        .containsExactly("1 a.csv 1", "2 b.csv 2;");
  }

  @Test
  void mailsInMailsEndSomewhere() {
    String mail = "Content-Type: message/rfc822\n\n".repeat(60);
    assertThatThrownBy(() -> files(mail)).isInstanceOf(UnreadableMail.class);
  }

  @Test
  void aMailOfThousandsOfPartsIsNotReadToItsEnd() {
    String[] parts = new String[2001];
    java.util.Arrays.fill(parts, part(CSV, "x"));
    assertThatThrownBy(() -> files(mixed(parts))).isInstanceOf(UnreadableMail.class);
  }

  @Test
  void aVeryLongLineIsALine() throws Exception {
    String line = "x;".repeat(500_000);
    List<Integer> lengths = new ArrayList<>();
    MailParts.read(
        written(mixed(part(CSV, line))), (part, bytes) -> lengths.add(bytes.readAllBytes().length));
    assertThat(lengths).containsExactly(line.length());
  }

  private List<String> files(String mail) throws Exception {
    return files(written(mail));
  }

  private static List<String> files(Path mail) throws Exception {
    List<String> files = new ArrayList<>();
    MailParts.read(
        mail,
        (part, bytes) -> {
          if (part.kind() == MailPart.Kind.FILE || part.kind() == MailPart.Kind.MAIL) {
            String body = new String(bytes.readAllBytes(), UTF_8).strip();
            files.add(part.path() + " " + part.fileName() + " " + body);
          }
        });
    return files;
  }

  private Path written(String mail) throws IOException {
    return Files.writeString(folder.resolve("mail.eml"), mail.replace("\n", "\r\n"));
  }
}
