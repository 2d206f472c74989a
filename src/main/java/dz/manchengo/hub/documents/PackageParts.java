package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Which part of a workbook's package refers to which (Open Packaging Conventions). */
final class PackageParts {
  private PackageParts() {}

  /**
   * A reference from one part to another.
   *
   * @param type the last word of the relationship's type, as {@code worksheet}
   * @param part the other part's name in the archive
   */
  record Relation(String type, String part) {}

  /** The relations of that part by their ids; of the package as a whole when it is empty. */
  static Map<String, Relation> relations(Archive archive, String part)
      throws UnreadableFile, IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    Map<String, Relation> relations = new LinkedHashMap<>();
    InputStream in = archive.stream(folder + "_rels/" + part.substring(slash) + ".rels");
    if (in != null) {
      new AnyVocabulary() {
        @Override
        void open(String element, Attributes a) {
          if (element.equals("Relationship") && !"External".equals(a.getValue("TargetMode"))) {
            relations.put(value(a, "Id"), relation(folder, value(a, "Type"), value(a, "Target")));
          }
        }
      }.read(in);
    }
    return relations;
  }

  private static Relation relation(String folder, String type, String target) {
    return new Relation(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target));
  }

  static Optional<Relation> first(Map<String, Relation> relations, String type) {
    return relations.values().stream().filter(r -> r.type().equals(type)).findFirst();
  }

  /** Whether any part says of itself that it belongs to a workbook with macros. */
  static boolean hasMacros(Archive archive) throws UnreadableFile, IOException {
    boolean[] macros = {false};
    InputStream in = archive.stream("[Content_Types].xml");
    if (in != null) {
      new AnyVocabulary() {
        @Override
        void open(String element, Attributes a) {
          String type = value(a, "ContentType").toLowerCase(Locale.ROOT);
          macros[0] |= type.contains("macroenabled") || type.contains("macrosheet");
        }
      }.read(in);
    }
    return macros[0];
  }

  private abstract static class AnyVocabulary extends PartXml {
    @Override
    boolean isOwn(String namespace) {
      return true;
    }
  }

  static String value(Attributes attributes, String name) {
    @Nullable String value = attributes.getValue(name);
    return value == null ? "" : value;
  }

  private static String resolved(String folder, String target) {
    String path = target.replace('\\', '/');
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps).replace("%20", " ");
  }
}
