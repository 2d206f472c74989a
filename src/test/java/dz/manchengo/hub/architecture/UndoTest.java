package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a submission brings can be taken back, and its way is known. */
class UndoTest {
  private static final Path SQL = ProjectFiles.RESOURCES.resolve("sql");
  private static final Pattern TABLE =
      Pattern.compile("(?s)CREATE TABLE (?:hub\\.)?(\\w+) \\((.*?)\\n\\);");
  private static final Pattern KIND =
      Pattern.compile("String kind\\(\\) \\{\\s*return \"([\\w-]+)\"");
  private static final Pattern RECORD_KIND = Pattern.compile("new RecordUndo\\(\\s*\"([\\w-]+)\"");
  private static final Pattern REASON =
      Pattern.compile("(?:,|THEN|ELSE|SELECT)\\s+'([a-z]{2,}(?:-[a-z]+)*)'");

  /** They tell of a submission and are no business of anybody else. */
  private static final Set<String> OF_INTAKE =
      Set.of(
          "finding",
          "refused_row",
          "notice",
          "posting_progress",
          "control_figure",
          "submission_part",
          "sftp_answer");

  /** Ways back themselves, and what goes with its document. */
  private static final Set<String> WITH_OTHERS =
      Set.of("record_change", "lot_change", "batch_input", "batch_output", "quality_test");

  @Test
  void everyTableThatKnowsItsSubmissionIsTakenBack() {
    String statements = undoStatements();
    assertThat(tablesOfSubmissions())
        .contains("invoice", "payment", "stock_movement", "party")
        .allSatisfy(
            table ->
                assertThat(statements)
                    .containsPattern("(?:FROM|JOIN|UPDATE|INTO) " + table + "\\b"));
  }

  @Test
  void everyTableThatKnowsItsSubmissionIsInTheLineage() {
    String migrations =
        ProjectFiles.under(ProjectFiles.RESOURCES.resolve("db/migration"), ".sql").stream()
            .map(ProjectFiles::read)
            .filter(text -> text.contains("v_lineage"))
            .collect(Collectors.joining());
    assertThat(tablesOfSubmissions())
        .allSatisfy(
            table -> assertThat(migrations).containsPattern("(?:FROM|JOIN) " + table + "\\b"));
  }

  @Test
  void everyKindAndEveryReasonHasItsWord() {
    Set<String> kinds = new TreeSet<>(ProjectFiles.foundInCode(KIND));
    kinds.addAll(ProjectFiles.foundInCode(RECORD_KIND));
    String texts = ProjectFiles.read(ProjectFiles.RESOURCES.resolve("messages_fr.properties"));
    assertThat(kinds)
        .contains("invoice", "count-session", "party")
        .allSatisfy(kind -> assertThat(texts).contains("\nack.undo.kind." + kind + "="));
    Set<String> words =
        REASON
            .matcher(undoStatements())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    words.removeAll(kinds);
    words.addAll(List.of("payment", "invoice"));
    assertThat(words)
        .contains("later-revision", "in-use", "cancels-out")
        .allSatisfy(reason -> assertThat(texts).contains("\nack.undo.reason." + reason + "="));
  }

  private static String undoStatements() {
    return ProjectFiles.under(SQL, ".sql").stream()
        .filter(
            file ->
                ProjectFiles.name(file).startsWith("undo_")
                    && !file.startsWith(SQL.resolve("intake")))
        .map(ProjectFiles::read)
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> tablesOfSubmissions() {
    Set<String> tables =
        ProjectFiles.under(ProjectFiles.RESOURCES.resolve("db/migration"), ".sql").stream()
            .flatMap(file -> TABLE.matcher(ProjectFiles.read(file)).results())
            .filter(
                table ->
                    table.group(2).contains(" submission_id")
                        || table.group(2).contains("\n  submission_id"))
            .map(UndoTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    tables.removeAll(OF_INTAKE);
    tables.removeAll(WITH_OTHERS);
    return tables;
  }

  private static String name(MatchResult table) {
    return table.group(1);
  }
}
