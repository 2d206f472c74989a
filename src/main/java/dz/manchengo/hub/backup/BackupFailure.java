package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Texts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a backup is none, as a sentence of {@code backup.failure.*} with its places. */
final class BackupFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of what lies there, rather than of the way to it. */
  private static final Set<String> DAMAGE =
      Set.of("backup.failure.copy", "backup.failure.other-bytes", "backup.failure.other-manifest");

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

  /** One or more, told together; never none. */
  static BackupFailure all(List<BackupFailure> failures) {
    return failures.stream().reduce((one, next) -> of("and", one, next)).orElseThrow();
  }

  String sentence(Texts texts) {
    return texts.get(key, places.stream().map(place -> said(place, texts)).toArray());
  }

  private static Object said(Object place, Texts texts) {
    return place instanceof BackupFailure inner ? inner.sentence(texts) : place;
  }

  boolean isDiffering() {
    return differing;
  }

  /** Whether it could not be opened, for whatever reason. */
  boolean isDamaged() {
    return key.equals("backup.failure.damaged");
  }

  /** Whether the backup is no longer what was proved. */
  boolean isDamage() {
    return differing || DAMAGE.contains(key);
  }
}
