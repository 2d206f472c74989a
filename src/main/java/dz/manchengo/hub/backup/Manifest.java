package dz.manchengo.hub.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a backup: how it was made, what is in it, and whether that is proved.
 *
 * @param status as in {@code backup_run}
 * @param contents as the snapshot had them
 * @param sequences the last numbers taken by then, by sequence
 * @param millis how long each step took
 * @param failure why it is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(
    String name,
    String status,
    String database,
    Instant snapshotAt,
    String snapshotLsn,
    String serverVersion,
    String toolVersion,
    String migration,
    long databaseBytes,
    long bytes,
    String sha256,
    Contents contents,
    Map<String, @Nullable Long> sequences,
    Map<String, Long> millis,
    @Nullable String failure) {
  static final String SUFFIX = ".json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  static final String VERIFIED = "VERIFIED";

  /** Of one that was, and whose file is no longer what it was. */
  static final String DAMAGED = "DAMAGED";

  boolean isVerified() {
    return status.equals(VERIFIED);
  }

  /**
   * As far as a proof still holds.
   *
   * @param length of its file; null where there is none
   */
  Manifest beside(@Nullable Long length) {
    return isVerified() && (length == null || length != bytes) ? with(DAMAGED, millis, null) : this;
  }

  /** Whether it is of the same backup, in the same state: another place's copy. */
  boolean isSameAs(Manifest other) {
    return name.equals(other.name) && status.equals(other.status);
  }

  /** Whether both are of the same moment of the same database. */
  boolean isOf(Manifest other) {
    return name.equals(other.name)
        && database.equals(other.database)
        && snapshotAt.equals(other.snapshotAt)
        && snapshotLsn.equals(other.snapshotLsn)
        && contents.tables().equals(other.contents.tables());
  }

  boolean isDamaged() {
    return status.equals(DAMAGED);
  }

  /** Says that it is. */
  BackupFailure damage(Place place) {
    Object why = failure == null ? BackupFailure.of("gone") : failure;
    return BackupFailure.of("kept", name, place.name(), why);
  }

  Manifest with(Sealed sealed) {
    return new Manifest(
        name,
        status,
        database,
        snapshotAt,
        snapshotLsn,
        serverVersion,
        toolVersion,
        migration,
        databaseBytes,
        sealed.bytes(),
        sealed.sha256(),
        contents,
        sequences,
        millis,
        failure);
  }

  Manifest with(String newStatus, Map<String, Long> took, @Nullable String why) {
    return new Manifest(
        name,
        newStatus,
        database,
        snapshotAt,
        snapshotLsn,
        serverVersion,
        toolVersion,
        migration,
        databaseBytes,
        bytes,
        sha256,
        contents,
        sequences,
        Map.copyOf(took),
        why);
  }

  static Manifest read(InputStream in) throws IOException {
    return JSON.readValue(in, Manifest.class);
  }

  byte[] bytesOf() throws IOException {
    return JSON.writeValueAsBytes(this);
  }
}
