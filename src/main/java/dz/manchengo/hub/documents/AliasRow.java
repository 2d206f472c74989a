package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A row of {@code aliases.tsv}.
 *
 * @param headers as people call the field, the most usual first
 */
record AliasRow(Aliases.Field field, List<String> headers) {
  static final List<AliasRow> ALL = read();

  private static List<AliasRow> read() {
    try (InputStream in = AliasRow.class.getResourceAsStream("/aliases.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table.lines().skip(1).map(line -> of(line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AliasRow of(String[] cells) {
    Aliases.Type type = Aliases.Type.valueOf(cells[3].toUpperCase(Locale.ROOT));
    Aliases.Field field = new Aliases.Field(cells[0], cells[1], need(cells[2]), type);
    return new AliasRow(field, List.of(cells[4].split(" \\| ", -1)));
  }

  private static Aliases.Need need(String letter) {
    return switch (letter) {
      case "R" -> Aliases.Need.REQUIRED;
      case "C" -> Aliases.Need.CONDITIONAL;
      case "O" -> Aliases.Need.OPTIONAL;
      default -> throw new IllegalArgumentException("no need " + letter);
    };
  }
}
