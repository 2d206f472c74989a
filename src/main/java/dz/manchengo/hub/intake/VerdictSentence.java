package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.Texts;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a file, in one or two sentences. */
final class VerdictSentence {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final Answer answer;
  private final List<Evidence.RuleCount> rules;
  private final UndoneRecords undone;
  private final Texts texts;
  private final ZoneId zone;

  VerdictSentence(
      Answer answer,
      List<Evidence.RuleCount> rules,
      UndoneRecords undone,
      Texts texts,
      ZoneId zone) {
    this.answer = answer;
    this.rules = rules;
    this.undone = undone;
    this.texts = texts;
    this.zone = zone;
  }

  String text() {
    if (answer.isUndo() && answer.finishedAt() != null) {
      return undo() + reason();
    }
    String sentence =
        texts.get(
            own((answer.preview() ? "ack.preview." : "ack.verdict.") + answer.status()),
            answer.documentsCreated(),
            answer.documentsRevised(),
            answer.documentsUnchanged(),
            answer.documentsRejected(),
            day(answer.firstReceivedAt()),
            String.valueOf(answer.firstId()),
            answer.firstName());
    return sentence + reason() + first() + correction();
  }

  private String undo() {
    int back =
        undone.counts().stream()
            .filter(count -> !count.outcome().equals("KEPT"))
            .mapToInt(UndoneRecords.Count::number)
            .sum();
    boolean inUse = answer.status().equals("REJECTED") && answer.documentsKept() > 0;
    return texts.get(
        (answer.preview() ? "ack.undo.preview." : "ack.undo.verdict.")
            + (inUse ? "KEPT" : answer.status()),
        String.valueOf(answer.undoneId()),
        answer.undoneName(),
        back,
        answer.documentsKept());
  }

  /** What to do with the sheet of refused rows; a file taken in part says it already. */
  private String correction() {
    boolean all = answer.status().equals("REJECTED") && answer.rowsRefused() > 0;
    return all && !answer.preview() ? " " + texts.get(own("ack.verdict.correct")) : "";
  }

  /** A file refused as a whole says why at once. */
  private String reason() {
    return rules.stream()
        .filter(
            rule ->
                rule.severity().equals("REJECT_FILE")
                    || (rule.severity().startsWith("REJECT") && answer.rowsRead() == 0))
        .findFirst()
        .map(
            rule ->
                " "
                    + rule.example()
                    + (rule.sheet().isEmpty() ? "" : " (" + rule.sheet() + ")")
                    + ".")
        .orElse("");
  }

  /** What of a duplicate's first file is still open. */
  private String first() {
    if (answer.firstStatus() == null) {
      return "";
    }
    return switch (answer.firstStatus()) {
      case "PARTIAL" ->
          answer.firstOpen() > 0 ? first("ack.first.open") : first("ack.first.corrected");
      case "RECEIVED", "POSTING", "FAILED" -> first("ack.first.pending");
      default -> "";
    };
  }

  private String first(String key) {
    return " " + texts.get(own(key), answer.firstOpen(), answer.firstAcknowledgement());
  }

  /** What is to be done depends on the way by which the file came, and its correction comes. */
  private String own(String key) {
    return texts.own(key, answer.channel());
  }

  private String day(@Nullable OffsetDateTime time) {
    return time == null ? "" : DAY.format(time.atZoneSameInstant(zone));
  }
}
