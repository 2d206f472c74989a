package dz.manchengo.hub;

import dz.manchengo.hub.backup.BackupCommand;
import dz.manchengo.hub.backup.RestoreCommand;
import dz.manchengo.hub.check.CheckCommand;
import dz.manchengo.hub.embedded.EmbeddedServers;
import dz.manchengo.hub.jobs.JobCommand;
import dz.manchengo.hub.notices.NoticesCommand;
import dz.manchengo.hub.partner.KeyCommand;
import dz.manchengo.hub.platform.Command;
import dz.manchengo.hub.platform.MigrateCommand;
import dz.manchengo.hub.reconciliation.CountCommand;
import dz.manchengo.hub.reconciliation.StockCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the jar does besides being a hub. */
final class Commands {
  private static final List<Command> ALL =
      List.of(
          new CheckCommand(),
          new MigrateCommand(),
          new NoticesCommand(),
          new KeyCommand(),
          new JobCommand(),
          new CountCommand(),
          new StockCommand(),
          new BackupCommand(),
          new RestoreCommand(EmbeddedServers::postgres));

  private static final Set<String> HELP = Set.of("help", "--help", "-h", "-?");

  private Commands() {}

  /** True if these are no settings of a hub but the words of a command. */
  static boolean areMeant(String... args) {
    return args.length > 0 && (!args[0].startsWith("-") || HELP.contains(args[0]));
  }

  /** Runs it; the exit code. A word that nobody knows starts no hub. */
  static int run(Map<String, Object> defaults, String... args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    String names = ALL.stream().map(Command::name).collect(Collectors.joining(", "));
    if (HELP.contains(args[0])) {
      out.println("java -jar manchengo-hub.jar [--hub.home=…] [--hub.…=…]   (hub, README.md)");
      out.println("java -jar manchengo-hub.jar " + names.replace(", ", " | ") + " …");
      return Command.OK;
    }
    Optional<Command> command = ALL.stream().filter(c -> c.name().equals(args[0])).findFirst();
    if (command.isEmpty()) {
      out.printf("« %s » : commande inconnue / unknown command. %s%n", args[0], names);
      return Command.FAILED;
    }
    List<String> arguments = Arrays.asList(args).subList(1, args.length);
    return command.get().run(arguments, defaults, out);
  }
}
