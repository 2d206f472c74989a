package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The library's Redis for this system, unpacked anew at each start. */
final class RedisPrograms {
  private RedisPrograms() {}

  /**
   * The library's program for 64-bit Linux needs OpenSSL 3 on the system; the one for 32 bits needs
   * nothing, runs there as well, and is the second choice.
   */
  static Path unpack(Path programs) throws IOException {
    WholeFolder.deleteAll(Files.createDirectories(programs), path -> true);
    OsArchitecture here = OsArchitecture.detectOSandArchitecture();
    boolean linux64 = here.equals(OsArchitecture.UNIX_x86_64);
    for (OsArchitecture build : linux64 ? List.of(here, OsArchitecture.UNIX_x86) : List.of(here)) {
      Path program = unpack(programs, here, build);
      if (Command.run(programs, List.of(program.toString(), "--version")).ok()) {
        return program;
      }
    }
    throw new EmbeddedServerFailure(
        "Le Redis embarqué ne tourne pas sur ce système. / The embedded Redis does not run on this system.");
  }

  private static Path unpack(Path programs, OsArchitecture here, OsArchitecture build)
      throws IOException {
    String resource = ExecutableProvider.newProvidedVersionsMap().get(build);
    if (resource == null) {
      throw new EmbeddedServerFailure(
          "Ce système n'a pas de Redis embarqué. / There is no embedded Redis for this system.");
    }
    return ExecutableProvider.newJarResourceProvider(programs::toFile, Map.of(here, resource))
        .get()
        .toPath();
  }
}
