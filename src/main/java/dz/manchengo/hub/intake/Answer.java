package dz.manchengo.hub.intake;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A submission as its acknowledgement tells of it; {@code first…} is set for a DUPLICATE. */
record Answer(
    long id,
    String channel,
    String folder,
    String originalName,
    @Nullable String sha256,
    @Nullable Long byteSize,
    @Nullable String feed,
    String status,
    boolean preview,
    String reference,
    OffsetDateTime receivedAt,
    @Nullable OffsetDateTime startedAt,
    @Nullable OffsetDateTime finishedAt,
    String acknowledgement,
    int rowsRead,
    int rowsPosted,
    int rowsRefused,
    int documentsCreated,
    int documentsRevised,
    int documentsUnchanged,
    int documentsRejected,
    BigDecimal totalHt,
    BigDecimal totalVat,
    BigDecimal totalTtc,
    String detected,
    @Nullable String path,
    @Nullable Long firstId,
    @Nullable String firstName,
    @Nullable OffsetDateTime firstReceivedAt,
    @Nullable String firstStatus,
    @Nullable String firstAcknowledgement,
    long firstOpen,
    int documentsKept,
    @Nullable Long undoneId,
    @Nullable String undoneName,
    String tenant) {

  /** Whether it answers somebody who wanted a submission taken back. */
  boolean isUndo() {
    return folder.equals(UndoPosting.FOLDER);
  }

  /** Whether the tables hold its result: not while we go on trying, and never of a preview. */
  boolean isFinal() {
    return !preview && !status.equals("FAILED");
  }

  /**
   * As a program is told of it; the names are those of {@code check --json}.
   *
   * @param place of the acknowledgement, below the hub's home
   */
  Map<String, Object> told(String place) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", id);
    told.put("name", originalName);
    told.put("channel", channel);
    told.put("folder", folder);
    told.put("feed", feed);
    told.put("status", status);
    told.put("duplicateOf", firstId);
    told.put("undoes", undoneId);
    told.put("rowsRead", rowsRead);
    told.put("rowsRefused", rowsRefused);
    told.put("created", documentsCreated);
    told.put("revised", documentsRevised);
    told.put("unchanged", documentsUnchanged);
    told.put("rejected", documentsRejected);
    told.put("totalHt", totalHt.toPlainString());
    told.put("totalVat", totalVat.toPlainString());
    told.put("totalTtc", totalTtc.toPlainString());
    told.put("acknowledgement", place);
    return told;
  }

  /** One finding as it is shown. */
  record Said(
      @Nullable String document,
      String sheet,
      @Nullable Integer rowNo,
      @Nullable String columnName,
      String ruleCode,
      String severity,
      @Nullable String value,
      @Nullable String expected,
      String message) {}

  /** A total of the file beside what its rows give. */
  record Control(
      String sheet,
      int rowNo,
      String label,
      String columnName,
      BigDecimal declared,
      BigDecimal readValue,
      BigDecimal difference,
      boolean agrees) {}
}
