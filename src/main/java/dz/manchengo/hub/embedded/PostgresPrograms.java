package dz.manchengo.hub.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.DigestUtils;

/**
 * initdb, pg_ctl and postgres from the library's archive, unpacked below the home. The library's
 * own starter is not used: it trusts every connection, adds -F (no fsync), leaves an initialisation
 * that was cut short as it is, and cannot follow a process that outlived its hub.
 *
 * @param all every version lies below it, and whatever runs from there is ours
 * @param root this version
 */
record PostgresPrograms(Path all, Path root, ServerUser user) {

  /** Unpacks into a folder named by the archive's content, and removes former versions. */
  static PostgresPrograms unpack(Path programs, ServerUser user) throws IOException {
    byte[] archive = archive();
    Path root = programs.resolve(DigestUtils.md5DigestAsHex(archive));
    if (!Files.exists(root)) {
      WholeFolder.make(root, folder -> Txz.unpack(new ByteArrayInputStream(archive), folder));
    }
    WholeFolder.deleteAll(programs, path -> !path.equals(root));
    user.own(root);
    return new PostgresPrograms(programs, root, user);
  }

  private static byte[] archive() throws IOException {
    String architecture = System.getProperty("os.arch", "");
    try (InputStream in =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture)) {
      return in.readAllBytes();
    } catch (IllegalStateException e) {
      throw new EmbeddedServerFailure(
          "PostgreSQL embarqué n'existe pas pour %s / %s dans cette version. / This build has no embedded PostgreSQL for %s / %s."
              .formatted(system(), architecture, system(), architecture),
          e);
    }
  }

  private static String system() {
    String name = System.getProperty("os.name", "");
    return ServerUser.onWindows() ? "Windows" : name.startsWith("Mac") ? "Darwin" : "Linux";
  }

  /** Runs a program from within its own folder, which its user can always enter. */
  Command.Result run(String input, String program, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(root.resolve("bin").resolve(program).toString()));
    command.addAll(arguments);
    return Command.run(root, user.command(command), input);
  }

  Command.Result run(String program, List<String> arguments) throws IOException {
    return run("", program, arguments);
  }
}
