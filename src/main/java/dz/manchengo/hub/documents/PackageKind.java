package dz.manchengo.hub.documents;

import java.util.Locale;
import java.util.Set;

/** What a ZIP archive is by the names in it: most kinds of documents are ZIP archives. */
enum PackageKind {
  XLSB,
  XLSM,
  XLSX,
  WORD,
  PACKAGE,
  ODS,
  NUMBERS,
  ZIP;

  /**
   * The kind.
   *
   * @param names in lower case
   */
  static PackageKind of(Set<String> names) {
    if (names.contains("xl/workbook.bin")) {
      return XLSB;
    }
    if (names.stream().anyMatch(n -> n.startsWith("xl/") && n.endsWith("vbaproject.bin"))) {
      return XLSM;
    }
    boolean office = names.contains("[content_types].xml") || names.contains("_rels/.rels");
    if (names.contains("xl/workbook.xml") || (office && hasFolder(names, "xl/"))) {
      return XLSX;
    }
    if (office) {
      return hasFolder(names, "word/") ? WORD : PACKAGE;
    }
    if (names.contains("mimetype")
        && (names.contains("content.xml") || names.contains("meta-inf/manifest.xml"))) {
      return ODS;
    }
    return names.stream().anyMatch(n -> n.endsWith(".iwa")) ? NUMBERS : ZIP;
  }

  private static boolean hasFolder(Set<String> names, String folder) {
    return names.stream().anyMatch(n -> n.startsWith(folder));
  }

  String reason() {
    return "reason.type." + name().toLowerCase(Locale.ROOT);
  }
}
