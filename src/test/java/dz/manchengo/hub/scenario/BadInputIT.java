package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.HEADER;
import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lies in the inbox is answered in one clear sentence, and holds nobody up. */
class BadInputIT extends InProcessHub {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final String GOOD_SENTENCE = "Fichier comptabilisé : 1 document(s) créé(s)";
  private static final String REFUSED = "Fichier refusé, rien n'a été comptabilisé.";

  static Stream<Arguments> unreadable() throws IOException, GeneralSecurityException {
    String header = String.join(";", HEADER);
    return Stream.of(
        Arguments.of("vide.csv", new byte[0], "le fichier est vide (0 octet)"),
        Arguments.of("vide.xlsx", new byte[0], "le fichier est vide (0 octet)"),
        Arguments.of("entete-seul.csv", bytes(header + "\n"), "aucune ligne de données"),
        Arguments.of(
            "sans-entete.csv",
            bytes("F1;15/10/2026;C1;Ali;A1;Brie;2;10,00;19\nF2;15/10/2026;C1;Ali;A1;Brie;2;1,5;19"),
            "Ligne d'en-tête introuvable"),
        Arguments.of(
            "inconnu.csv", bytes("Zyx;Wvu;Tsr;Qpo\n1;2;3;4\n"), "Ligne d'en-tête introuvable"),
        Arguments.of(
            "sans-quantite.csv",
            bytes("N° facture;Date facture;Client;Désignation\nX-1;15/10/2026;Ali;Brie\n"),
            "Colonne(s) obligatoire(s) absente(s) : Qté"),
        Arguments.of("tronque.xlsx", half(workbook()), "tronqué ou abîmé"),
        Arguments.of("secret.xlsx", encrypted(workbook()), "protégé par mot de passe"),
        Arguments.of(
            "archive.xlsx", zip(), "archive ZIP au nom d'un classeur ; la renommer en .zip"),
        Arguments.of("large.xlsx", wide(300), "colonnes = 300 (max 200)"),
        Arguments.of("nul.csv", bytes(header + "\nF\0001;15/10/2026\n"), "octets nuls"),
        Arguments.of(
            "guillemet.csv",
            bytes(header + "\nBAD-1;15/10/2026;C1;\"Ali;A1;Brie;2;10,00;19\nBAD-2;;;;;;;;\n"),
            "un guillemet ouvert à la ligne 2 n'est jamais refermé"),
        Arguments.of("image.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "image"),
        Arguments.of("page.xls", bytes("<html><table><tr><td>1</td></tr></table>"), "page web"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void aFileThatCannotBeReadIsRefusedInOneSentence(String name, byte[] bytes, String reason)
      throws IOException {
    HUB.drop(name, bytes);
    String good = dropGood();

    Acknowledgement answer = HUB.awaitAcknowledgement(name);

    assertRefused(answer, name, reason);
    assertThat(answer.value("Empreinte SHA-256")).isEqualTo(Ledger.sha256(bytes));
    assertThat(archived(name)).isEqualTo(bytes);
    assertThat(HUB.inbox("invoices/" + name)).doesNotExist();
    assertGood(good);
  }

  static Stream<String> oddNames() {
    return Stream.of(
        "فواتير أكتوبر.csv",
        "🧀 ventes 🐐.csv",
        "factures d'été n° 3 ; « À payer » %41 {0}.csv",
        "a..csv",
        "x..\\..\\..\\etc\\passwd.csv",
        "=1+1.csv",
        "' OR 1=1 --.csv",
        "CON.csv",
        " espaces .csv ",
        "sans extension",
        "A".repeat(251) + ".csv",
        "é".repeat(125) + ".csv",
        "🐐".repeat(62) + ".csv");
  }

  @ParameterizedTest
  @MethodSource("oddNames")
  void aNameIsOnlyAName(String name) throws IOException {
    String number = "NOM-" + NEXT.incrementAndGet();
    byte[] bytes = bytes(file(invoice(number, 1)));
    HUB.drop(name, bytes);
    String good = dropGood();

    assertGood(good);
    Acknowledgement answer = answerOf(name);
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.value("Fichier")).isEqualTo(name);
    assertThat(invoicesOf(name)).containsExactly(number);
    assertThat(archived(name)).isEqualTo(bytes);
  }

  @Test
  void aNameWithALineBreakIsRefused() throws IOException {
    String name = "ligne\nBAD-9.csv";
    byte[] bytes = bytes(file(invoice("BAD-9", 1)));
    HUB.drop(name, bytes);
    String good = dropGood();

    assertGood(good);
    assertRefused(answerOf(name), name, "Type de fichier refusé");
    assertThat(archived(name)).isEqualTo(bytes);
  }

  @Test
  void aFolderIsAnsweredAndStays() throws IOException {
    Path folder = HUB.inbox("invoices/dossier.csv");
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("dedans.csv"), file(invoice("BAD-10", 1)));
    String good = dropGood();

    Acknowledgement answer = HUB.awaitAcknowledgement("dossier.csv");

    assertRefused(answer, "dossier.csv", "dossier");
    assertGood(good);
    assertThat(folder.resolve("dedans.csv")).exists();
    assertThat(HUB.answer("invoices", "dossier.csv.2")).doesNotExist();
    Files.delete(folder.resolve("dedans.csv"));
    Files.delete(folder);
  }

  @Test
  void aLinkIsNeverFollowed(@TempDir Path elsewhere) throws IOException {
    String text = file(invoice("BAD-11", 1));
    Path target = Files.writeString(elsewhere.resolve("cible.csv"), text);
    Path link = Files.createSymbolicLink(HUB.inbox("invoices/lien.csv"), target);
    String good = dropGood();

    Acknowledgement answer = HUB.awaitAcknowledgement("lien.csv");

    assertRefused(answer, "lien.csv", "lien");
    assertGood(good);
    assertThat(target).hasContent(text);
    assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(archiveHolds(Ledger.sha256(bytes(text)))).isFalse();
    Files.delete(link);
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = HUB.inbox("invoices/tube.csv");
    assumeTrue(made("mkfifo", pipe.toString()), "no mkfifo here");
    String good = dropGood();

    assertRefused(HUB.awaitAcknowledgement("tube.csv"), "tube.csv", "Type de fichier refusé");
    assertGood(good);
    Files.delete(pipe);
  }

  @Test
  void aFileWithoutPermissionIsAnsweredKeptAndTakenOnceItMayBe() throws IOException {
    Path file = HUB.inbox("invoices/.interdit.csv");
    Files.writeString(file, file(invoice("DROIT-1", 1)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "root may read everything");
    Path dropped = Files.move(file, HUB.inbox("invoices/interdit.csv"));

    assertRefused(HUB.awaitAcknowledgement("interdit.csv"), "interdit.csv", "Type de fichier");
    assertGood(dropGood());
    assertThat(dropped).exists();

    Files.setPosixFilePermissions(dropped, PosixFilePermissions.fromString("rw-------"));
    assertThat(HUB.awaitAcknowledgement("interdit.csv.2").status()).isEqualTo("POSTED");
  }

  private static String dropGood() {
    String name = "bon-" + NEXT.incrementAndGet() + ".csv";
    HUB.drop(name, file(invoice(name, 1)));
    return name;
  }

  private static void assertGood(String name) {
    assertThat(HUB.awaitAcknowledgement(name).sentence()).startsWith(GOOD_SENTENCE);
  }

  private void assertRefused(Acknowledgement answer, String name, String reason) {
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.sentence())
        .startsWith(REFUSED)
        .contains(reason)
        .endsWith(".")
        .doesNotContain("{", "reason.", "Exception", "null");
    assertThat(invoicesOf(name)).isEmpty();
    assertThat(rulesOf(name)).hasSize(1);
  }

  /** The answer to a file whose name is not the answer's. */
  private Acknowledgement answerOf(String name) {
    org.awaitility.Awaitility.await("answer to " + name)
        .until(
            () ->
                db.sql("SELECT count(acknowledged_at) FROM submission WHERE original_name = :name")
                    .param("name", name)
                    .query(Integer.class)
                    .single(),
            n -> n == 1);
    String path = String.valueOf(submission(name).get("acknowledgement"));
    assertThat(path).startsWith("invoices/");
    return Acknowledgement.read(
        HubFolder.in(
            HUB.home().resolve("acknowledgements/invoices"),
            path.substring(path.indexOf('/') + 1)));
  }

  private boolean archiveHolds(String hash) {
    return HUB.files("archive").stream().anyMatch(path -> path.contains(hash));
  }

  private static boolean made(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] workbook() throws IOException {
    return wide(HEADER.size());
  }

  private static byte[] wide(int columns) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("Ventes");
      Row header = sheet.createRow(0);
      Row row = sheet.createRow(1);
      for (int i = 0; i < columns; i++) {
        header.createCell(i).setCellValue(i < HEADER.size() ? HEADER.get(i) : "Colonne " + i);
        row.createCell(i).setCellValue(invoice("BAD-XLSX", 1).rows().get(0).get(i % 9));
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] encrypted(byte[] workbook) throws IOException, GeneralSecurityException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var stream = encryptor.getDataStream(container)) {
        stream.write(workbook);
      }
      container.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("factures/octobre.csv"));
      zip.write(bytes(file(invoice("ARCHIVE-1", 2))));
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
