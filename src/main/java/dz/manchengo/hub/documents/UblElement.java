package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One element of a UBL document, small: a party, an allowance, a line. */
final class UblElement {
  private final String name;
  private final int line;
  private final Map<String, String> attributes;
  private final List<UblElement> children = new ArrayList<>(2);
  private String text = "";

  /**
   * @param line of the file
   * @param attributes those that say what a value is in: unit, currency, scheme
   */
  UblElement(String name, int line, Map<String, String> attributes) {
    this.name = name;
    this.line = line;
    this.attributes = attributes;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  void add(UblElement child) {
    children.add(child);
  }

  void setText(String given) {
    text = given.strip();
  }

  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /** The first element below this one at that path, such as {@code Party/PartyName}. */
  @Nullable UblElement first(String path) {
    int slash = path.indexOf('/');
    String head = slash < 0 ? path : path.substring(0, slash);
    for (UblElement child : children) {
      if (child.name.equals(head)) {
        UblElement found = slash < 0 ? child : child.first(path.substring(slash + 1));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The children of that name. */
  List<UblElement> all(String child) {
    return children.stream().filter(c -> c.name.equals(child)).toList();
  }

  /** The first text that is there, by the order of the paths; empty where there is none. */
  String text(String... paths) {
    for (String path : paths) {
      UblElement found = first(path);
      if (found != null && !found.text.isEmpty()) {
        return found.text;
      }
    }
    return "";
  }

  String text() {
    return text;
  }
}
