package dz.manchengo.hub.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One backup from its beginning to its proof. Its steps go on from one another in this object: what
 * a dead hub left half-way is done again from the beginning, as its snapshot died with it.
 */
final class Night {
  private static final Logger log = LoggerFactory.getLogger(Night.class);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Of advisory locks; « hub backup » in the letters of the alphabet. */
  private static final long LOCK = 0x4855_4242_4143_4B31L;

  private final Server server;
  private final BackupSettings settings;
  private final Copies copies;
  private final Upkeep upkeep;
  private final Path work;
  private final Path keyFile;
  private final Books books;
  private final String figures;
  private final BooleanSupplier stop;
  private final Clock clock;
  private final Map<String, Long> millis = new HashMap<>();

  private long id;
  private String name = "";
  private @Nullable Connection lock;
  private @Nullable Tools tools;
  private @Nullable Disk disk;
  private @Nullable BackupKey key;
  private @Nullable Manifest manifest;
  private @Nullable Proof proof;
  private @Nullable Scratch scratch;
  private boolean ended;
  private long least;

  Night(
      Server server,
      BackupSettings settings,
      List<Place> places,
      Path work,
      Path keyFile,
      Books books,
      String figures,
      BooleanSupplier stop,
      Clock clock) {
    this.server = server;
    this.settings = settings;
    this.copies = new Copies(places);
    Retention retention = new Retention(settings.keep(), settings.keepVerified());
    this.upkeep = new Upkeep(retention, books);
    this.work = work;
    this.keyFile = keyFile;
    this.books = books;
    this.figures = figures;
    this.stop = stop;
    this.clock = clock;
  }

  Manifest manifest() {
    return Objects.requireNonNull(manifest);
  }

  Map<String, Long> millis() {
    return Map.copyOf(millis);
  }

  /** Bytes that such files usually have at least; 0 where this one has them too. */
  long missed() {
    return manifest().bytes() < least ? least : 0;
  }

  void began(String step) {
    if (id != 0) {
      books.step(
          id, copies.areShipped() ? "UPLOADED" : manifest == null ? "RUNNING" : "DUMPED", step);
    }
  }

  void took(String step, long time) {
    millis.put(step, time);
  }

  /** Whether a backup can be made at all; what former ones left is cleared away. */
  void prepare(String abandoned) throws SQLException, IOException {
    lock = server.connect();
    try (Statement sql = lock.createStatement()) {
      if (!Contents.single(sql, "SELECT pg_try_advisory_lock(" + LOCK + ")").equals("t")) {
        throw BackupFailure.of("at-work");
      }
    }
    for (String left : books.abandon(abandoned)) {
      new Scratch(server, left).drop();
    }
    Folders.deleteAll(work);
    Files.createDirectories(work.resolve("set"));
    name = "hub-" + NAME.format(clock.instant()) + "-" + Scratch.random();
    id = books.begin(name);
    Preflight.Ready ready =
        new Preflight(server, work, copies, books.places())
            .check(settings.tools(), clock.instant());
    tools = ready.tools();
    disk = ready.disk().orElse(null);
    key = settings.keyFile().isBlank() ? BackupKey.readOrMake(keyFile) : BackupKey.read(keyFile);
  }

  void dump() throws SQLException, IOException {
    Dump.Taken taken = new Dump(server, known(tools), work, figures, stop).take(name);
    manifest = taken.manifest();
    proof = taken.proof();
  }

  void seal() throws IOException {
    Path file = work.resolve(manifest().name() + Place.SUFFIX);
    Sealed sealed = Sealed.write(work.resolve("set"), file, known(key));
    Folders.deleteAll(work.resolve("set"));
    manifest = manifest().with(sealed);
    least = books.leastBytes();
    books.sealed(id, manifest, copies.good().stream().map(Place::name).toList());
  }

  void ship() throws IOException {
    String file = manifest().name() + Place.SUFFIX;
    manifest = manifest().with("UPLOADED", millis, null);
    copies.ship(work.resolve(file), manifest);
  }

  void fetch() throws IOException {
    copies.fetch(manifest(), known(key), work.resolve("back"));
  }

  void restore() throws IOException, SQLException {
    Disk of = disk;
    if (of != null) {
      of.check(of.needed());
    }
    Scratch copy = new Scratch(server, Scratch.newName());
    books.scratch(id, copy.name());
    scratch = copy;
    AtomicBoolean full = new AtomicBoolean();
    BooleanSupplier ends =
        () -> {
          if (of != null && of.isNearlyFull()) {
            full.set(true);
          }
          return full.get() || stop.getAsBoolean();
        };
    try {
      copy.restore(known(tools), work.resolve("back/dump"), work, ends);
    } catch (BackupFailure e) {
      throw full.get() && of != null ? of.full(e) : e;
    }
  }

  void compare() throws SQLException {
    Scratch copy = Objects.requireNonNull(scratch);
    Proof held = Objects.requireNonNull(proof);
    Contents found = held.read(copy, figures);
    books.restored(id, found);
    held.compare(found);
    held.compareSequences(copy);
    Proof.validate(copy);
    held.check(copy);
    if (stop.getAsBoolean()) {
      throw BackupFailure.of("stopped");
    }
  }

  /** It is what it should be, and counts where each place has it; older ones may go. */
  void verified() throws IOException, SQLException {
    clear();
    copies.prove(manifest().with(Manifest.VERIFIED, millis, null));
    if (copies.missing().isEmpty()) {
      books.end(id, Manifest.VERIFIED, null, millis);
      ended = true;
    }
    release();
    boolean mayDelete = missed() == 0 && isEverywhere(); // else the former ones may be missed
    for (Place place : copies.good()) {
      upkeep.of(place, mayDelete, clock.instant());
    }
  }

  /** Whether it is at every place. */
  boolean isEverywhere() {
    return copies.missing().isEmpty();
  }

  /**
   * Whether it is at every place, and whether those of former nights are still what they were, as
   * far as that is seen from outside.
   *
   * @throws BackupFailure with a place that has none, or with one that is damaged; this night's
   *     stays proved where it is
   */
  void checkPlaces() {
    Optional<BackupFailure> wrong = copies.missing().or(upkeep::damage);
    if (wrong.isPresent()) {
      throw wrong.get();
    }
  }

  /**
   * It is none, and the last good one is untouched; what fails once it is proved takes nothing from
   * it.
   */
  void failed(boolean differing, String why) {
    String status = differing ? "SUSPECT" : "FAILED";
    if (id != 0 && !ended) {
      attempt(() -> books.end(id, status, why, millis));
      attempt(this::clear);
      for (Place place : copies.unproved()) { // it tells what it holds without the database
        attempt(() -> place.put(manifest().with(status, millis, why)));
      }
    }
    release();
  }

  @FunctionalInterface
  private interface Work {
    void go() throws IOException, SQLException;
  }

  private static void attempt(Work work) {
    try {
      work.go();
    } catch (IOException | SQLException | RuntimeException e) {
      log.warn("what is left of a failed backup goes with the next one: {}", e.getMessage());
    }
  }

  private void clear() throws IOException, SQLException {
    Scratch copy = scratch;
    if (copy != null) {
      copy.drop();
      scratch = null;
    }
    Folders.deleteAll(work);
  }

  private void release() {
    Connection held = lock;
    lock = null;
    try {
      if (held != null) {
        held.close();
      }
    } catch (SQLException e) {
      log.debug("the session of the backup's lock was closed already", e);
    }
  }

  private static <T> T known(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
