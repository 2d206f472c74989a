package dz.manchengo.hub.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * JSON as a table, the keys as headers: one object a line (NDJSON), objects in an array, or one
 * object alone. An object is a row, or with an array {@code lines} of its own a document with one
 * row for each of them.
 *
 * <p>Of NDJSON a broken line is a row that is refused, with what could be read of it: its
 * neighbours stand (decision 0015). Behind a fault in other JSON nothing is sure, so the file is
 * refused.
 */
final class JsonFile {
  private static final int DEEPEST = 20;
  private static final int LONGEST_NUMBER = 200;
  private static final int LONGEST_KEY = 200;

  private final Path content;
  private final JsonTable table;
  private final JsonKeys keys = new JsonKeys();
  private final JsonFactory json;

  private JsonFile(Path content, Limits limits, JsonTable table) {
    this.content = content;
    this.table = table;
    this.json =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_KEY)
                    .maxStringLength(limits.cellCharacters())
                    .build())
            .build();
  }

  static SourceFile read(Path content, Limits limits, Path folder)
      throws UnreadableFile, IOException {
    JsonTable table = new JsonTable(limits, folder);
    try {
      String kind = new JsonFile(content, limits, table).read();
      if (table.isEmpty()) {
        throw Refusal.unreadable("reason.json.none");
      }
      return new SourceFile(
          "JSON", Map.of("Format", kind), List.of(table.sheet()), List.of(), table);
    } catch (UnreadableFile | IOException | RuntimeException e) {
      table.close();
      throw e;
    }
  }

  private String read() throws UnreadableFile, IOException {
    if (isOneObjectALine()) {
      lines();
      return "JSON ({reason.read.ndjson})";
    }
    stream();
    return "JSON";
  }

  /** A first line that is no whole object but begins one may go on below: then it is not. */
  private boolean isOneObjectALine() throws UnreadableFile, IOException {
    try (JsonLines lines = new JsonLines(content)) {
      JsonLines.Line first = lines.next();
      if (first == null || !first.opens('{')) {
        return false;
      }
      if (!endsTooEarly(first)) {
        return true;
      }
      JsonLines.Line second = lines.next();
      return second != null && second.opens('{');
    }
  }

  private boolean endsTooEarly(JsonLines.Line line) throws IOException {
    try (JsonParser parser = json.createParser(line.text())) {
      while (parser.nextToken() != null) {
        // to its end
      }
      return false;
    } catch (JsonEOFException e) {
      return true;
    } catch (JsonProcessingException e) {
      // behind a comma the parser calls the end a fault of its own
      return e.getLocation().getCharOffset() >= line.text().stripTrailing().length();
    }
  }

  private void lines() throws UnreadableFile, IOException {
    try (JsonLines lines = new JsonLines(content)) {
      for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
        line(line);
      }
    }
  }

  private void line(JsonLines.Line line) throws UnreadableFile, IOException {
    JsonDocument document = new JsonDocument(line.number(), true, keys);
    JsonFlaw flaw = line.flaw();
    if (flaw == null) {
      try (JsonParser parser = json.createParser(line.text())) {
        parser.nextToken();
        document.read(parser);
        if (parser.nextToken() != null) {
          flaw = new JsonFlaw("reason.json.behind");
        }
      } catch (JsonFlaw e) {
        flaw = e;
      } catch (JsonProcessingException e) {
        flaw = JsonFlaw.of(e);
      }
    }
    table.add(document, flaw, line.text());
  }

  private void stream() throws UnreadableFile, IOException {
    Reader text =
        new InputStreamReader(
            Bom.skipped(new BufferedInputStream(Files.newInputStream(content))),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    try (JsonParser parser = json.createParser(text)) {
      try {
        objects(parser);
      } catch (JsonFlaw e) {
        throw broken(parser, e);
      } catch (JsonProcessingException e) {
        throw broken(parser, JsonFlaw.of(e));
      } catch (CharacterCodingException e) {
        throw broken(parser, new JsonFlaw("reason.json.utf8"));
      } catch (InterruptedIOException e) {
        throw e;
      }
    }
  }

  private void objects(JsonParser parser) throws UnreadableFile, IOException, JsonFlaw {
    int arrays = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_ARRAY && arrays == 0) {
        arrays++;
      } else if (token == JsonToken.START_OBJECT) {
        JsonDocument document =
            new JsonDocument(parser.currentTokenLocation().getLineNr(), false, keys);
        document.read(parser);
        table.add(document, null, "");
      } else if (token != JsonToken.END_ARRAY) {
        throw new JsonFlaw("reason.json.no-object");
      }
    }
  }

  private static UnreadableFile broken(JsonParser parser, JsonFlaw flaw) {
    int row = Math.max(1, parser.currentLocation().getLineNr());
    return new UnreadableFile(
        RuleBook.finding("FIL-022", Place.row("", row), null, flaw.params("row", row)));
  }
}
