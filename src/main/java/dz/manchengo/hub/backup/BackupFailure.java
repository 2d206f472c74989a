package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a backup is none, as a sentence of {@code backup.failure.*} with its places. */
final class BackupFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> places;
  private final boolean differing;

  private BackupFailure(
      String key, List<Object> places, boolean differing, @Nullable Throwable cause) {
    super(key + places, cause);
    this.key = key;
    this.places = places;
    this.differing = differing;
  }

  static BackupFailure of(String key, Object... places) {
    return new BackupFailure("backup.failure." + key, List.of(places), false, null);
  }

  static BackupFailure because(Throwable cause, String key, Object... places) {
    return new BackupFailure("backup.failure." + key, List.of(places), false, cause);
  }

  /** It was restored, and is not what it was made of. */
  static BackupFailure differs(String key, Object... places) {
    return new BackupFailure("backup.failure." + key, List.of(places), true, null);
  }

  String sentence(Texts texts) {
    return texts.get(key, places.toArray());
  }

  boolean isDiffering() {
    return differing;
  }
}
