package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.ReadingSamples.gzip;
import static dz.manchengo.hub.documents.ReadingSamples.refusal;
import static dz.manchengo.hub.documents.ReadingSamples.zip;
import static dz.manchengo.hub.documents.ReadingSamples.zipOf;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files in a ZIP or gzip archive. */
class MembersTest {
  private static final byte[] CSV = "a;b;c\n1;2;3\n".getBytes(StandardCharsets.UTF_8);

  private static Map<String, byte[]> members(Object... namesAndContents) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      members.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
    }
    return members;
  }

  @Test
  void sheetsBearTheNameOfTheirFile() throws Exception {
    byte[] workbook = ReadingSamples.cells("<c t=\"s\"><v>0</v></c>");
    byte[] archive =
        zipOf(members("2026/", new byte[0], "2026/janvier.csv", CSV, "février.xlsx", workbook));
    try (SourceFile file = ReadingSamples.read(archive)) {
      assertThat(file.sheets())
          .extracting(SourceSheet::name)
          .containsExactly("2026/janvier.csv", "[février.xlsx]Ventes");
      assertThat(file.sheets()).extracting(SourceSheet::delimiter).containsExactly(';', null);
      assertThat(file.detected())
          .containsEntry("Format", "ZIP (CSV, XLSX)")
          .containsEntry("{reason.read.separator} (2026/janvier.csv)", "{reason.read.semicolon}");
      assertThat(ReadingSamples.texts(file))
          .isEqualTo(List.of(List.of("a", "b", "c"), List.of("1", "2", "3")));
    }
  }

  @Test
  void whatSystemsLeaveInFoldersIsPassedOver() throws Exception {
    byte[] archive =
        zipOf(members("__MACOSX/._a.csv", CSV, ".DS_Store", CSV, "x/Thumbs.db", CSV, "a.csv", CSV));
    try (SourceFile file = ReadingSamples.read(archive)) {
      assertThat(file.sheets()).extracting(SourceSheet::name).containsExactly("a.csv");
      assertThat(file.detected())
          .containsEntry("{reason.read.ignored}", "__MACOSX/._a.csv, .DS_Store, x/Thumbs.db");
    }
    assertThat(refusal(zipOf(members(".DS_Store", CSV)))).contains("l'archive est vide");
    assertThat(refusal(zipOf(members()))).contains("l'archive est vide");
  }

  @Test
  void aDocumentThatIsNoTableIsToldAndNotRead() throws Exception {
    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
    try (SourceFile file = ReadingSamples.read(zipOf(members("a.csv", CSV, "a.pdf", pdf)))) {
      assertThat(file.findings())
          .extracting(f -> f.rule() + " " + f.severity() + " " + f.place().sheet())
          .containsExactly("FIL-023 WARN a.pdf");
    }
    assertThat(refusal(zipOf(members("a.pdf", pdf)))).contains("aucun tableau");
  }

  @Test
  void oneFileAtFaultRefusesTheArchiveAndIsNamed() {
    byte[] broken = "a;\"b\n".getBytes(StandardCharsets.UTF_8);
    assertThat(place(zipOf(members("a.csv", CSV, "b.csv", broken)))).isEqualTo("FIL-001 b.csv 1");
    assertThat(place(zipOf(members("a.csv", CSV, "b.csv", new byte[0]))))
        .isEqualTo("FIL-001 b.csv 0");
    Map<String, String> macros = ReadingSamples.parts("");
    macros.put("xl/vbaProject.bin", "x");
    assertThat(place(zipOf(members("a.csv", CSV, "b.xlsm", zip(macros)))))
        .isEqualTo("FIL-010 b.xlsm 0");
  }

  private static String place(byte[] archive) {
    try {
      return "read " + ReadingSamples.read(archive).detected();
    } catch (UnreadableFile e) {
      Place place = e.finding().place();
      return e.finding().rule() + " " + place.sheet() + " " + place.row();
    }
  }

  @Test
  void anArchiveInAnArchiveIsRefused() {
    byte[] inner = zipOf(members("a.csv", CSV));
    String tape = "a.csv" + "\0".repeat(252) + "ustar" + "\0".repeat(250);
    for (byte[] nested :
        List.of(
            zipOf(members("b.csv", CSV, "a.zip", inner)),
            zipOf(members("a.csv.gz", gzip(CSV))),
            gzip(inner),
            gzip(gzip(CSV)),
            gzip(tape.getBytes(StandardCharsets.ISO_8859_1)))) {
      assertThat(refusal(nested)).startsWith("FIL-010").contains("archive");
    }
  }

  @Test
  void bombsAreRefusedBeforeAnybodyReadsThem() {
    byte[] zeros = new byte[64 << 20];
    assertThat(refusal(zipOf(members("a.csv", zeros)))).startsWith("FIL-011").contains("taux");
    assertThat(refusal(gzip(zeros))).startsWith("FIL-011").contains("taux");
    Limits tight = Limits.defaults().with(1 << 20, 1_000, 100);
    byte[] text = "a;b;c\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    Limits loose = new Limits(1 << 20, 1_000_000, 100, 1 << 30, 1 << 30, 10_000, 100, 100);
    assertThat(refusal(zipOf(members("a.csv", text, "b.csv", text)), loose))
        .startsWith("FIL-011")
        .contains("taille décompressée, en Mo = 2 (max 1)");
    assertThat(
            refusal(
                gzip(text),
                new Limits(1 << 19, 1_000_000, 100, 1 << 30, 1 << 30, 10_000, 100, 100)))
        .startsWith("FIL-011");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 201; i++) {
      many.put(i + ".csv", CSV);
    }
    assertThat(refusal(zipOf(many))).contains("parties internes = 201 (max 200)");
    Map<String, byte[]> rows = new LinkedHashMap<>();
    for (int i = 0; i < 150; i++) {
      rows.put(i + ".csv", "a;b;c\n".repeat(10).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(refusal(zipOf(rows), tight)).startsWith("FIL-011").contains("lignes");
  }

  @Test
  void hostileNamesAreRefused() {
    for (String name : List.of("../a.csv", "/a.csv", "C:\\a.csv", "a\u0007.csv", "a".repeat(300))) {
      assertThat(refusal(zipOf(members(name, CSV)))).contains("nom interne dangereux");
    }
    assertThat(refusal(zipOf(members("a.csv", CSV, "A.CSV", CSV)))).contains("deux fois");
  }

  @Test
  void saysWhyItCannotUnpack() {
    byte[] archive = zipOf(members("a.csv", CSV, "b.csv", CSV));
    int last = lastDirectoryEntry(archive);
    byte[] locked = archive.clone();
    locked[last + 8] |= 1;
    assertThat(refusal(locked)).startsWith("FIL-001 Fichier illisible : protégé par mot de passe");
    byte[] unknown = archive.clone();
    unknown[last + 10] = 12;
    assertThat(refusal(unknown)).startsWith("FIL-001").contains("compression inconnue");
    assertThat(refusal(java.util.Arrays.copyOf(gzip(CSV), 25))).contains("tronqué");
  }

  private static int lastDirectoryEntry(byte[] archive) {
    return new String(archive, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
  }

  /** Without a mark Windows writes names in the code page of DOS. */
  @Test
  void namesAreReadAsTheirSystemWroteThem() {
    assertThat(MemberName.of("été.csv").shown()).isEqualTo("été.csv");
    byte[] unix = "été.csv".getBytes(StandardCharsets.UTF_8);
    assertThat(MemberName.of(new String(unix, Archive.NAMES)).shown()).isEqualTo("été.csv");
    assertThat(MemberName.of("حليب.csv").shown()).isEqualTo("حليب.csv");
    assertThat(MemberName.of("2026\\a.csv").shown()).isEqualTo("2026/a.csv");
  }

  @Test
  void gzipIsReadAsTheFileInIt() throws Exception {
    try (SourceFile file = ReadingSamples.read(gzip(CSV))) {
      assertThat(file.sheets()).extracting(SourceSheet::name).containsExactly("");
      assertThat(file.detected()).containsEntry("Format", "GZIP (CSV)");
    }
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(gzip(CSV));
    two.writeBytes(gzip("4;5;6\n".getBytes(StandardCharsets.UTF_8)));
    try (SourceFile file = ReadingSamples.read(two.toByteArray())) {
      assertThat(ReadingSamples.texts(file)).hasSize(3);
    }
  }
}
