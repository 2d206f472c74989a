package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.ReadingSamples.parts;
import static dz.manchengo.hub.documents.ReadingSamples.refusal;
import static dz.manchengo.hub.documents.ReadingSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class FileReaderTest {
  @Test
  void saysThatAnEmptyFileIsEmpty() {
    assertThat(refusal("")).isEqualTo("FIL-001 Fichier illisible : le fichier est vide (0 octet)");
  }

  @Test
  void tellsWhatAFileIsWhateverItsName() {
    assertThat(refusal("%PDF-1.7"))
        .isEqualTo("FIL-010 Type de fichier refusé : ventes (document PDF)");
    assertThat(refusal(HexFormat.of().parseHex("89504e470d0a1a0a00"))).contains("(image)");
    assertThat(refusal(HexFormat.of().parseHex("789f3e220100"))).contains("(winmail.dat)");
    assertThat(refusal(HexFormat.of().parseHex("fd377a585a0000"))).contains("(archive que");
    assertThat(refusal("Received: by x\r\nFrom: ali@x.dz\r\nMessage-ID: <1>\r\n\r\nventes"))
        .contains("(message enregistré ; envoyer les fichiers qu'il contient");
    assertThat(refusal("Date: 05/11/2026\nFrom: ali\nN°;Total\n1;2\n")).doesNotContain("message");
    assertThat(refusal("\n <HTML><table>")).startsWith("FIL-010").contains("page web");
    assertThat(refusal("\uFEFF<?xml version=\"1.0\"?><Invoice/>"))
        .contains("document XML « Invoice »");
    assertThat(refusal("<?xml?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"))
        .contains("XML 2003");
    assertThat(refusal(zip(Map.of("mimetype", "x", "content.xml", "x"))))
        .contains("(document bureautique");
    assertThat(refusal(zip(Map.of("xl/workbook.bin", "x")))).contains(".xlsb");
    assertThat(refusal(HexFormat.of().parseHex("0902060000001000")))
        .contains("(très ancien classeur Excel .xls");
  }

  @Test
  void refusesMacros() {
    Map<String, String> binary = parts("");
    binary.put("xl/vbaProject.bin", "x");
    assertThat(refusal(zip(binary))).startsWith("FIL-010").contains("macros");

    Map<String, String> declared = parts("");
    declared.put(
        "[Content_Types].xml",
        "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>");
    assertThat(refusal(zip(declared))).startsWith("FIL-010").contains("macros");

    declared.put(
        "[Content_Types].xml",
        "<Types><Override PartName=\"/xl/macrosheets/sheet1.xml\" ContentType=\"application/vnd.ms-excel.macrosheet+xml\"/></Types>");
    assertThat(refusal(zip(declared))).startsWith("FIL-010").contains("macros");
  }

  @Test
  void saysThatAWorkbookHasAPassword() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(file)) {
        out.write(ReadingSamples.workbook("<sheetData/>"));
      }
      file.writeFilesystem(bytes);
    }
    assertThat(refusal(bytes.toByteArray()))
        .startsWith("FIL-001 Fichier illisible : protégé par mot de passe");
  }

  /** ISO 29500 « strict » has other names for the same things. */
  @Test
  void readsAStrictWorkbook() throws UnreadableFile {
    Map<String, String> parts = parts("<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>");
    parts.replaceAll(
        (name, xml) ->
            xml.replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006",
                    "http://purl.oclc.org/ooxml/officeDocument")
                .replace(
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main"));
    assertThat(ReadingSamples.texts(ReadingSamples.read(zip(parts))))
        .isEqualTo(List.of(List.of("Lait")));
  }

  @Test
  void refusesAFileAboveTheLimitWithItsSize() {
    byte[] large = new byte[(20 << 20) + 1];
    Arrays.fill(large, (byte) 'a');
    assertThat(refusal(large, Limits.defaults().with(20 << 20, 200_000, 200)))
        .isEqualTo("FIL-011 Fichier trop volumineux : taille en Mo = 20.1 (max 20)");
  }

  @Test
  void refusesNulBytes() {
    assertThat(refusal("a;b\nc;\0d".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "FIL-001 Fichier illisible : contient des octets nuls, le premier à la ligne 2 (fichier"
                + " binaire ou abîmé)");
  }
}
