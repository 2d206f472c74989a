package dz.manchengo.hub.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs of this machine, behind scripts that do harm when they are told to. Without
 * such programs, there are none here either.
 */
final class FaultyTools {
  private static final Path USUAL = Path.of("/usr/lib/postgresql");

  private static final String SCRIPT =
      """
      #!/bin/sh
      real="%1$s/%2$s"
      harm=$(cat "%3$s/harm" 2>/dev/null)
      case "$1 $harm" in
        "--version old") echo "%2$s (PostgreSQL) 9.6.24"; exit ;;
        "--version "*) exec "$real" "$@" ;;
      esac
      for a in "$@"; do case "$a" in --file=*) out="${a#--file=}" ;; esac; done
      case "%2$s $harm" in
        "pg_dump dies"|"pg_restore killed") kill -9 $$ ;;
        "pg_dump nothing") mkdir "$out"; : > "$out/toc.dat"; exit 0 ;;
        "pg_dump waits"|"pg_restore stays") touch "%3$s/waiting"; while [ -e "%3$s/harm" ]; do sleep 0.2; done; exit 1 ;;
        "pg_dump other") PGDATABASE=postgres exec "$real" "$@" ;;
        # a disk of its own, that nobody else sees; where there can be none, no file may be large
        "pg_dump full")
          unshare -m true 2>/dev/null || { ulimit -f 16; exec "$real" "$@"; }
          exec unshare -m sh -c 'mount -t tmpfs -o size=64k tmpfs "$0" && exec "$@"' "$(dirname "$out")" "$real" "$@" ;;
        "pg_dump ddl")
          "%1$s/psql" -qc "SET lock_timeout = '5s'; ALTER TABLE hub.backup_harm ADD COLUMN late integer DEFAULT 7" || exit 9
          touch "%3$s/waiting" ;;
        "pg_dump raw") set -- "$@" --compress=0 ;;
      esac
      case "%2$s" in
        pg_dump|pg_restore) "$real" "$@" || exit $? ;;
        *) exec "$real" "$@" ;;
      esac
      large() { ls -S "$out"/*.dat.gz | head -1; }
      case "%2$s $harm" in
        "pg_dump cut") f=$(large); truncate -s $(( $(stat -c %%s "$f") * 6 / 10 )) "$f" ;;
        "pg_dump bit") f=$(large); printf '\\377' | dd of="$f" bs=1 seek=$(( $(stat -c %%s "$f") / 2 )) conv=notrunc 2>/dev/null ;;
        "pg_dump raw") sed -i 's/1234\\.56/1234.57/' "$out"/*.dat ;;
        "pg_dump less") f=$(large); rm "$f" ;;
        "pg_restore digit") "%1$s/psql" -qc "UPDATE hub.backup_harm SET amount = amount + 0.01 WHERE id = 2" ;;
        "pg_restore scale") "%1$s/psql" -qc "UPDATE hub.backup_harm SET free = 1.00 WHERE id = 1" ;;
        "pg_restore row") "%1$s/psql" -qc "DELETE FROM hub.backup_harm WHERE id = 3" ;;
        "pg_restore twice") "%1$s/psql" -qc "DELETE FROM hub.backup_double; INSERT INTO hub.backup_double VALUES (2), (2)" ;;
        "pg_restore key") "%1$s/psql" -qc "ALTER TABLE hub.backup_harm DROP CONSTRAINT backup_harm_pkey" ;;
        "pg_restore policy") "%1$s/psql" -qc "ALTER TABLE hub.invoice DISABLE ROW LEVEL SECURITY" ;;
        "pg_restore sequence") "%1$s/psql" -qc "SELECT setval('hub.backup_harm_id_seq', 1)" ;;
      esac
      """;

  private final Path folder;

  FaultyTools(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      Optional<Path> real = real();
      for (String name : new String[] {"pg_dump", "pg_restore", "pg_dumpall"}) {
        if (real.isPresent()) {
          Path script = folder.resolve(name);
          Files.writeString(script, SCRIPT.formatted(real.get(), name, folder));
          Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> real() throws IOException {
    if (!Files.isDirectory(USUAL)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(USUAL)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("pg_dump")))
          .filter(bin -> Files.isExecutable(bin.resolve("psql")))
          .max(Comparator.naturalOrder());
    }
  }

  Path folder() {
    return folder;
  }

  boolean areHere() {
    return Files.exists(folder.resolve("pg_dump"));
  }

  /** Whether the program is where « waits », « stays » and « ddl » want it. */
  boolean isThere() {
    return Files.exists(folder.resolve("waiting"));
  }

  /** Those that wait end, without having done anything. */
  void letGo() throws IOException {
    Files.deleteIfExists(folder.resolve("harm"));
    Files.deleteIfExists(folder.resolve("waiting"));
  }

  /** From now on; « none » again for none. */
  void harm(String word) throws IOException {
    Files.writeString(folder.resolve("harm"), word);
  }
}
