package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.FileReader;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import dz.manchengo.hub.documents.SourceFile;
import dz.manchengo.hub.documents.SourceRow;
import dz.manchengo.hub.documents.SourceSheet;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what an acknowledgement says whose answer it is. It has been in other hands: its reference is
 * looked for, and number and hash must be those of the submission that the reference belongs to.
 */
record AnswerMark(String reference, String submission, String sha256) {
  private static final List<Texts> LANGUAGES =
      List.of(new Texts(Locale.FRENCH), new Texts(Locale.ENGLISH));

  private static final Pattern REFERENCE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * Reads the mark of a workbook, in any language and on whatever sheet it stands by now; empty
   * when it has none.
   *
   * @throws UnreadableFile when it is no workbook that can be read
   */
  static Optional<AnswerMark> read(FileReader reader, Path content, String name)
      throws UnreadableFile, IOException {
    try (SourceFile file = reader.read(content, name, ReadingHints.NONE)) {
      return file.sheets().stream().map(AnswerMark::on).flatMap(Optional::stream).findFirst();
    }
  }

  private static Optional<AnswerMark> on(SourceSheet sheet) {
    Map<String, String> values = new HashMap<>();
    for (SourceRow row : sheet.head()) {
      values.putIfAbsent(row.cell(0).text().strip(), row.cell(1).text().strip());
    }
    for (Texts texts : LANGUAGES) {
      String reference = values.get(texts.get("ack.reference"));
      if (reference != null) {
        return Optional.of(
            new AnswerMark(
                reference.toLowerCase(Locale.ROOT),
                values.getOrDefault(texts.get("ack.submission"), ""),
                values.getOrDefault(texts.get("ack.hash"), "")));
      }
    }
    return Optional.empty();
  }

  boolean isReference() {
    return REFERENCE.matcher(reference).matches();
  }
}
