package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL's programs run, since they refuse root: as the hub's own user; for root in a
 * user namespace of their own, where root is nobody; where that is forbidden (most containers) as
 * the unprivileged user {@code nobody}.
 *
 * @param prefix goes before each command
 * @param owner whom the server's files must belong to; null = whoever made them
 */
record ServerUser(List<String> prefix, @Nullable String owner) {
  private static final String NOBODY = "nobody";
  private static final ServerUser SELF = new ServerUser(List.of(), null);
  private static final List<ServerUser> FOR_ROOT =
      List.of(
          new ServerUser(List.of("unshare", "-U"), "root"),
          new ServerUser(List.of("runuser", "-u", NOBODY, "--"), NOBODY),
          new ServerUser(
              List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), NOBODY),
          new ServerUser(
              List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", NOBODY), NOBODY));

  static ServerUser choose(Path embedded) {
    if (!"root".equals(System.getProperty("user.name")) || onWindows()) {
      return SELF;
    }
    return choose(embedded, FOR_ROOT);
  }

  /** The first that works; {@code ls} tells whether it can reach the hub's home at all. */
  static ServerUser choose(Path embedded, List<ServerUser> candidates) {
    List<ServerUser> able = candidates.stream().filter(ServerUser::isNotRoot).toList();
    if (able.isEmpty()) {
      throw new EmbeddedServerFailure(
          "PostgreSQL refuse de tourner en root, et ni unshare ni runuser, setpriv ou su ne permettent d'en changer ici : lancez le hub sous un autre utilisateur. / "
              + "PostgreSQL refuses to run as root, and neither unshare nor runuser, setpriv or su can change that here: run the hub as another user.");
    }
    return able.stream()
        .filter(user -> user.succeeds("ls", embedded.toString()))
        .findFirst()
        .orElseThrow(() -> unreachable(embedded));
  }

  private static EmbeddedServerFailure unreachable(Path embedded) {
    return new EmbeddedServerFailure(
        "PostgreSQL refuse de tourner en root, et l'utilisateur %s n'a pas accès à %s : donnez un autre dossier (HUB_HOME) ou lancez le hub sous un autre utilisateur. / PostgreSQL refuses to run as root, and the user %s cannot reach %s: give another folder (HUB_HOME) or run the hub as another user."
            .formatted(NOBODY, embedded, NOBODY, embedded));
  }

  static boolean onWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }

  List<String> command(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  private boolean isNotRoot() {
    try {
      Command.Result who = Command.run(Path.of("/"), command(List.of("id", "-un")));
      return who.ok() && !who.output().equals("root");
    } catch (IOException e) {
      return false;
    }
  }

  private boolean succeeds(String... command) {
    try {
      return Command.run(Path.of("/"), command(List.of(command))).ok();
    } catch (IOException e) {
      return false;
    }
  }

  /** Hands a tree over: it may have been made by another of the ways above. */
  void own(Path tree) throws IOException {
    if (owner == null) {
      return;
    }
    UserPrincipal user =
        tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.toList()) {
        give(path, user);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Links stay as they are: what they point to is in the tree as well. */
  private static void give(Path path, UserPrincipal user) throws IOException {
    if (!Files.isSymbolicLink(path) && !user.equals(Files.getOwner(path))) {
      Files.setOwner(path, user);
    }
  }
}
