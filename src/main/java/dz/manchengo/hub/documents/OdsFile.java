package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.xml.sax.Attributes;

/** Reads a workbook of LibreOffice or OpenOffice: an ODS package, or the same as one XML text. */
final class OdsFile {
  private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  /** Lists of macro libraries, which are there without any macro too. */
  private static final Set<String> LISTS =
      Set.of("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml");

  private OdsFile() {}

  /**
   * Reads a package.
   *
   * @param archive already checked
   * @param name as its sender named it
   */
  static SourceFile read(Archive archive, String name, Worksheets worksheets)
      throws UnreadableFile, IOException {
    checkType(archive, name);
    if (isEncrypted(archive)) {
      throw Refusal.unreadable("reason.password");
    }
    if (archive.names().stream().anyMatch(OdsFile::isMacro)) {
      throw Refusal.wrongType(name, "reason.type.xlsm");
    }
    InputStream content = archive.stream("content.xml");
    if (content == null) {
      throw Refusal.damagedWorkbook();
    }
    return read(content, worksheets, "ODS");
  }

  /** Reads a « flat » workbook: all of it in one XML text (.fods). */
  static SourceFile readFlat(Path content, String name, Worksheets worksheets)
      throws UnreadableFile, IOException {
    try {
      return read(Files.newInputStream(content), worksheets, "FODS");
    } catch (OdsContent.OtherDocument e) {
      throw Refusal.wrongType(name, "reason.type.package");
    }
  }

  private static SourceFile read(InputStream in, Worksheets worksheets, String format)
      throws UnreadableFile, IOException {
    try (OdsContent content = new OdsContent(worksheets)) {
      content.read(in);
      content.checkEnd();
    }
    return worksheets.file(format, null);
  }

  private static void checkType(Archive archive, String name) throws UnreadableFile, IOException {
    try (InputStream in = archive.stream("mimetype")) {
      String type =
          in == null ? "" : new String(in.readNBytes(100), StandardCharsets.ISO_8859_1).strip();
      if (!type.startsWith(MEDIA_TYPE)) {
        throw Refusal.wrongType(name, "reason.type.package");
      }
    }
  }

  private static boolean isMacro(String name) {
    return (name.startsWith("basic/") || name.startsWith("scripts/"))
        && !name.endsWith("/")
        && !LISTS.contains(name.substring(name.lastIndexOf('/') + 1));
  }

  private static boolean isEncrypted(Archive archive) throws UnreadableFile, IOException {
    boolean[] encrypted = {archive.has("encrypted-package")};
    InputStream in = archive.stream("META-INF/manifest.xml");
    if (in != null) {
      new PartXml() {
        @Override
        void open(String element, Attributes a) {
          encrypted[0] |= element.equals("encryption-data");
        }

        @Override
        boolean isOwn(String namespace) {
          return true;
        }
      }.read(in);
    }
    return encrypted[0];
  }
}
