package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What was written is read again, whatever the dialect. Left out: NUL, which no reader takes; a
 * lone carriage return and control characters, for they never come from a spreadsheet; text that
 * looks doubly encoded, for that is repaired. Blank cells and rows are equal to none at the end.
 */
class CsvRoundTripTest {
  record Dialect(
      char delimiter, String charset, boolean mark, LineDelimiter lineEnd, boolean quoteAll) {
    byte[] write(List<List<String>> table) {
      StringWriter text = new StringWriter();
      try (CsvWriter writer =
          CsvWriter.builder()
              .fieldSeparator(delimiter)
              .lineDelimiter(lineEnd)
              .quoteStrategy(quoteAll ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
              .build(text)) {
        table.forEach(writer::writeRecord);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset));
    }
  }

  /** How a text travels. */
  enum Wrapping {
    PLAIN,
    ZIP,
    GZIP;

    byte[] wrap(byte[] text) {
      return switch (this) {
        case PLAIN -> text;
        case ZIP -> ReadingSamples.zipOf(Map.of("ventes.csv", text));
        case GZIP -> ReadingSamples.gzip(text);
      };
    }
  }

  @Property(tries = 400)
  void readsBackWhatWasWritten(
      @ForAll("dialects") Dialect dialect,
      @ForAll Wrapping wrapping,
      @ForAll("tables") List<List<String>> table)
      throws UnreadableFile {
    Charset charset = Charset.forName(dialect.charset());
    List<List<String>> fitting =
        table.stream()
            .map(row -> row.stream().map(text -> fitting(text, charset)).toList())
            .toList();
    SourceFile file =
        ReadingSamples.read(
            wrapping.wrap(dialect.write(fitting)),
            new ReadingHints(dialect.mark() ? null : dialect.charset(), dialect.delimiter()),
            Limits.defaults());
    assertThat(trimmed(ReadingSamples.texts(file))).isEqualTo(trimmed(fitting));
  }

  @Property(tries = 200)
  void findsOutTheDialectOfAPlainTable(
      @ForAll("dialects") Dialect dialect,
      @ForAll Wrapping wrapping,
      @ForAll("words") List<String> words)
      throws UnreadableFile {
    List<List<String>> table = new ArrayList<>();
    words.forEach(word -> table.add(List.of("Désignation " + word, "12,5", word)));
    Dialect plain =
        new Dialect(
            dialect.delimiter(), dialect.charset(), dialect.mark(), dialect.lineEnd(), true);
    assertThat(ReadingSamples.texts(ReadingSamples.read(wrapping.wrap(plain.write(table)))))
        .isEqualTo(table);
  }

  @Provide
  Arbitrary<Dialect> dialects() {
    Arbitrary<String> unmarked = Arbitraries.of("UTF-8", "windows-1252");
    Arbitrary<String> marked = Arbitraries.of("UTF-8", "UTF-16LE", "UTF-16BE");
    Arbitrary<Boolean> marks = Arbitraries.of(true, false);
    return marks.flatMap(
        mark ->
            Combinators.combine(
                    Arbitraries.of(';', ',', '\t', '|'),
                    mark ? marked : unmarked,
                    Arbitraries.of(LineDelimiter.LF, LineDelimiter.CRLF, LineDelimiter.CR),
                    Arbitraries.of(true, false))
                .as(
                    (delimiter, charset, end, all) ->
                        new Dialect(delimiter, charset, mark, end, all)));
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> nasty =
        Arbitraries.of(
            "\"", "\"\"", ";", ",", "\t", "|", "\n", "\r\n", " ", "é", "œ", "€", "'", "=1+1", "\\",
            "حليب", "١٢", "\u200F", "\u00A0", "😀", "e\u0301", "\uFFFD", "\uFFFF", "a", "Z", "0",
            "sep=");
    Arbitrary<String> text = nasty.list().ofMaxSize(6).map(parts -> String.join("", parts));
    return text.list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars("éèàç")
        .ofMinLength(1)
        .ofMaxLength(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static String fitting(String text, Charset charset) {
    StringBuilder fitting = new StringBuilder();
    text.codePoints()
        .filter(c -> charset.newEncoder().canEncode(Character.toString(c)))
        .forEach(fitting::appendCodePoint);
    String result = fitting.toString();
    boolean declares = result.startsWith("sep=");
    return declares || !Mojibake.mended(result).equals(result) ? "x" : result;
  }

  private static List<List<String>> trimmed(List<List<String>> table) {
    List<List<String>> trimmed = new ArrayList<>();
    for (List<String> row : table) {
      List<String> cells =
          new ArrayList<>(row.stream().map(text -> Texts.isBlank(text) ? "" : text).toList());
      while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
        cells.remove(cells.size() - 1);
      }
      trimmed.add(cells);
    }
    while (!trimmed.isEmpty() && trimmed.get(trimmed.size() - 1).isEmpty()) {
      trimmed.remove(trimmed.size() - 1);
    }
    return trimmed;
  }
}
