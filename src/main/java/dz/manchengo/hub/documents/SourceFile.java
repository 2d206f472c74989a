package dz.manchengo.hub.documents;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A file as its reader understood it.
 *
 * @param format {@code CSV}, {@code XLSX}, {@code XLS}, {@code ODS}, {@code ZIP} or {@code GZIP}
 * @param detected what was found out and is shown in the acknowledgement, in order: charset,
 *     delimiter, date1904, …
 * @param sheets hidden ones included
 * @param rest what has to be closed or removed in the end
 * @param findings what the reader has to say (FIL-009, FIL-015); none of them rejects
 */
public record SourceFile(
    String format,
    Map<String, String> detected,
    List<SourceSheet> sheets,
    List<Finding> findings,
    Closeable rest)
    implements Closeable {

  SourceFile(
      String format,
      Map<String, String> detected,
      List<SourceSheet> sheets,
      List<Finding> findings) {
    this(format, detected, sheets, findings, () -> {});
  }

  /** Whether any of it is text, whose charset and delimiter a feed may know better. */
  boolean hasText() {
    return sheets.stream().anyMatch(sheet -> sheet.delimiter() != null);
  }

  /** Removes what was put aside for reading; the sheets can no longer be read. */
  @Override
  public void close() throws IOException {
    rest.close();
  }
}
