package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The objects of a JSON file as rows. */
final class JsonTable implements Closeable {
  private static final Pattern ARRAY =
      Pattern.compile(
          "\"(" + String.join("|", JsonDocument.LINES) + ")\"\\s*:\\s*\\[",
          Pattern.CASE_INSENSITIVE);
  private static final int SHOWN = 60;

  private final FlatTable table;
  private boolean nested;

  JsonTable(Limits limits, Path folder) throws IOException {
    this.table = new FlatTable(limits, folder);
  }

  /**
   * Adds an object.
   *
   * @param flaw why it could not be read to its end; null when it was
   * @param text as it stands in the file, of a broken line
   */
  void add(JsonDocument document, @Nullable JsonFlaw flaw, String text)
      throws UnreadableFile, IOException {
    nested |= document.isNested();
    if (document.isNested()) {
      table.beginDocument();
    } else {
      table.endDocument();
    }
    for (JsonDocument.Item row : document.rows()) {
      if (flaw == null) {
        table.add(row.line(), row.values());
      } else {
        boolean whole = nested || ARRAY.matcher(text).find();
        table.addBroken(row.line(), row.values(), broken(row.line(), flaw, text, whole));
        return;
      }
    }
  }

  private static Cell.Broken broken(int line, JsonFlaw flaw, String text, boolean whole) {
    String shown = text.strip();
    return new Cell.Broken(
        line,
        shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…",
        flaw.reason(),
        flaw.detail(),
        whole);
  }

  boolean isEmpty() {
    return table.isEmpty();
  }

  SourceSheet sheet() throws UnreadableFile, IOException {
    return table.sheet();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
