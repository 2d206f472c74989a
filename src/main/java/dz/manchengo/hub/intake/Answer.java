package dz.manchengo.hub.intake;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
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
    @Nullable String undoneName) {

  /** Whether it answers somebody who wanted a submission taken back. */
  boolean isUndo() {
    return folder.equals(UndoPosting.FOLDER);
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
