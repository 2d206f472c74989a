package dz.manchengo.hub.documents;

import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;

/**
 * A part in the vocabulary of spreadsheets, which "Strict Open XML" has under a name of its own.
 */
abstract class SpreadsheetPart extends PartXml {
  private static final Set<String> OWN =
      Set.of(
          "",
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main");

  @Override
  boolean isOwn(String namespace) {
    return OWN.contains(namespace);
  }

  static boolean isTrue(Attributes attributes, String name) {
    String value = PackageParts.value(attributes, name).toLowerCase(Locale.ROOT);
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  /** The whole number of that attribute, or the other value where there is none. */
  static int number(Attributes attributes, String name, int otherwise) throws UnreadableFile {
    String value = PackageParts.value(attributes, name).strip();
    try {
      return value.isEmpty() ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw Refusal.damagedWorkbook();
    }
  }
}
