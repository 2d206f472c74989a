package dz.manchengo.hub.catalog;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units of measure and what people write for them. */
@Component
public class Units {
  private static final Pattern NOISE = Pattern.compile("[\\p{M}\\p{P}\\s]+");

  private final JdbcClient db;

  Units(JdbcClient db) {
    this.db = db;
  }

  record Unit(String uomCode, String dimension) {}

  record Alias(String alias, String uomCode) {}

  /**
   * The units as the tables have them now, read once for a file.
   *
   * @param counted codes of units that have no fractions
   */
  public record Known(Map<String, String> byAlias, Set<String> counted) {
    /** The unit's code for what a file says; empty when nobody knows the word. */
    public Optional<String> code(String word) {
      return Optional.ofNullable(byAlias.get(key(word)));
    }

    /** Every unit there is, as a sentence lists them. */
    public String listed() {
      return listed(byAlias.values());
    }

    /** Units as a sentence lists them. */
    public static String listed(Collection<String> codes) {
      return codes.stream()
          .map(code -> code.toLowerCase(Locale.ROOT))
          .distinct()
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  public Known known() {
    Map<String, String> byAlias = new HashMap<>();
    db.sql("SELECT alias, uom_code FROM uom_alias")
        .query(Alias.class)
        .list()
        .forEach(a -> byAlias.put(key(a.alias()), a.uomCode()));
    Set<String> counted = new java.util.HashSet<>();
    for (Unit unit : db.sql("SELECT uom_code, dimension FROM uom").query(Unit.class).list()) {
      byAlias.put(key(unit.uomCode()), unit.uomCode());
      if (unit.dimension().equals("COUNT")) {
        counted.add(unit.uomCode());
      }
    }
    return new Known(byAlias, counted);
  }

  private static String key(String word) {
    return NOISE
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
