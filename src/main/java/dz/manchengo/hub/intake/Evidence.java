package dz.manchengo.hub.intake;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an acknowledgement tells in detail, given row by row: a million refused rows are never in
 * memory together.
 */
interface Evidence {
  /** How often a rule fired; {@code example} is one of its sentences, said of that sheet. */
  record RuleCount(String severity, String ruleCode, long count, String example, String sheet) {}

  /**
   * A refused row with one of its findings.
   *
   * @param cells of the row, as JSON; null where a former version refused it
   * @param ruleCode null where a row has none: another one of its document has
   */
  record Reason(
      int rowNo,
      @Nullable String cells,
      @Nullable String columnName,
      @Nullable String ruleCode,
      @Nullable String value,
      @Nullable String expected,
      @Nullable String message,
      int turn) {
    /** Whether it stands at this row and not at its document. */
    boolean ofRow() {
      return ruleCode != null && turn == 1;
    }
  }

  /** By rule, gravest first. */
  List<RuleCount> rules();

  /** Every finding, gravest first. */
  void findings(Consumer<Answer.Said> reader);

  /** Rejections that belong to no refused row. */
  List<Answer.Said> ofFile();

  /** The file's own totals beside what its rows give. */
  List<Answer.Control> controls();

  /** Refused rows of all sheets. */
  int refusedRows();

  Set<String> sheetsWithRefusals();

  /** Refused rows of one sheet, upwards, each as often as it has findings; to be closed. */
  Stream<Reason> refused(String sheet);
}
