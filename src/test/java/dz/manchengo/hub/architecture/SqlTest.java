package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SqlTest {
  private static final Path SQL = ProjectFiles.RESOURCES.resolve("sql");
  private static final Pattern USED_FILE = Pattern.compile("Sql\\.file\\(\\s*\"([^\"]+)\"\\s*\\)");
  private static final Pattern ANY_USE = Pattern.compile("(Sql\\.file\\([^)]*\\))");
  private static final Pattern LITERAL =
      Pattern.compile("(\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\")");
  private static final Pattern COPY = Pattern.compile("CopyIn\\.into\\(\\s*\\w+,\\s*\"(\\w+)\"");
  private static final Pattern CREATED = Pattern.compile("(?i)CREATE TABLE (?:hub\\.)?(\\w+)");

  /**
   * {@code FOR UPDATE} locks and {@code DO UPDATE} belongs to its INSERT: neither names a table.
   */
  private static final Pattern WRITE =
      Pattern.compile(
          "(?:INSERT\\s+INTO|(?<!FOR |FOR NO KEY |DO )\\bUPDATE(?:\\s+ONLY)?|DELETE\\s+FROM"
              + "|MERGE\\s+INTO|TRUNCATE(?:\\s+TABLE)?|\\bCOPY)\\s+(?:hub\\.)?([a-z_]\\w*)");

  /**
   * Tables that more than one module may write, with the reason; {@code table → modules}. Empty:
   * whoever adds a line here explains in a decision record why the owner cannot do it.
   */
  private static final Map<String, Set<String>> SHARED = Map.of();

  @Test
  void everyStatementNamedInTheCodeIsThere() {
    assertThat(ProjectFiles.foundInCode(USED_FILE))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(SQL.resolve(file)).isRegularFile());
  }

  @Test
  void statementsAreNamedByLiterals() {
    assertThat(ProjectFiles.foundInCode(ANY_USE))
        .allMatch(use -> USED_FILE.matcher(use).matches() || use.equals("Sql.file(String file)"));
  }

  @Test
  void everyStatementIsUsedByTheModuleOfItsFolder() {
    Set<String> used = new TreeSet<>();
    for (Path file : ProjectFiles.javaFiles()) {
      USED_FILE
          .matcher(ProjectFiles.code(file))
          .results()
          .forEach(found -> used.add(ProjectFiles.module(file) + " uses " + found.group(1)));
    }
    Set<String> written =
        ProjectFiles.under(SQL, ".sql").stream()
            .map(file -> SQL.relativize(file).toString().replace('\\', '/'))
            .map(file -> file.substring(0, file.indexOf('/')) + " uses " + file)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).isEqualTo(written);
  }

  @Test
  void oneModuleWritesATable() {
    Map<String, Set<String>> writers = new TreeMap<>();
    for (Path file : ProjectFiles.javaFiles()) {
      String module = ProjectFiles.module(file);
      String code = ProjectFiles.code(file);
      add(writers, COPY, code, module);
      LITERAL.matcher(code).results().forEach(l -> add(writers, WRITE, l.group(), module));
    }
    for (Path file : ProjectFiles.under(SQL, ".sql")) {
      add(writers, WRITE, withoutComments(file), SQL.relativize(file).getName(0).toString());
    }
    assertThat(writers.keySet()).isSubsetOf(tables()).contains("submission", "invoice", "party");
    writers
        .entrySet()
        .removeIf(e -> e.getValue().size() == 1 || e.getValue().equals(SHARED.get(e.getKey())));
    assertThat(writers).as("tables that more than one module writes").isEmpty();
  }

  @Test
  void writesAreRecognised() {
    Map<String, Set<String>> writers = new TreeMap<>();
    add(
        writers,
        WRITE,
        "INSERT INTO a (x) SELECT 1 ON CONFLICT DO UPDATE SET x = 2; UPDATE b SET y = 1;"
            + " SELECT 1 FROM c FOR UPDATE SKIP LOCKED; DELETE FROM d; COPY e FROM STDIN;"
            + " UPDATE hub.f f SET z = 3",
        "m");
    assertThat(writers.keySet()).containsExactly("a", "b", "d", "e", "f");
  }

  private static void add(
      Map<String, Set<String>> writers, Pattern pattern, String text, String module) {
    pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .forEach(table -> writers.computeIfAbsent(table, t -> new TreeSet<>()).add(module));
  }

  private static String withoutComments(Path file) {
    return ProjectFiles.read(file).replaceAll("--[^\n]*", "");
  }

  private static Set<String> tables() {
    return ProjectFiles.under(ProjectFiles.RESOURCES.resolve("db/migration"), ".sql").stream()
        .flatMap(file -> CREATED.matcher(withoutComments(file)).results())
        .map(found -> found.group(1).toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
