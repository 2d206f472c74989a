package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code ops/runbooks/disaster-recovery.md} followed to the letter, with nothing left of the hub.
 */
class DisasterRecoveryIT extends DyingHub {
  private static final Path PAGE = Path.of("ops", "runbooks", "disaster-recovery.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

  @Test
  void thePageBringsEverythingBack() throws Exception {
    FaultyTools tools = new FaultyTools(hub.home().resolve("tools"));
    assumeThat(tools.areHere()).as("PostgreSQL's client programs are on this machine").isTrue();
    Path machine = Files.createDirectories(folder.resolve("machine"));
    Path safe = Files.createDirectories(folder.resolve("safe"));
    try (HubProcess lost = start()) {
      lost.awaitReady();
      hub.drop(
          HubFolder.INVOICES,
          "avant.csv",
          "N° facture;Date;Client;Désignation;Qté;PU HT;TVA %\nDR-1;12/11/2026;Amel;Brie;2;100;19\n"
              .getBytes(UTF_8));
      hub.awaitAcknowledgement("avant.csv");
      assertThat(HubProcess.command(folder, "backup", "--hub.home=" + hub.home()))
          .contains("VERIFIED");
    }
    Files.move(hub.home().resolve("backups"), safe.resolve("backups"));
    Files.move(hub.home().resolve("backup-key.txt"), safe.resolve("key.txt"));

    StringBuilder script = new StringBuilder("set -e\n");
    BLOCK.matcher(Files.readString(PAGE)).results().forEach(block -> script.append(block.group(1)));
    String said;
    try {
      said = bash(script.toString(), machine, safe);
    } finally {
      bash(
          "kill $(cat hub.pid) && timeout 60 tail --pid=$(cat hub.pid) -f /dev/null",
          machine,
          safe);
      new HubFolder(machine.resolve("var")).endServers();
    }
    assertThat(said)
        .contains("Base hub restaurée et comparée", "Hub ready")
        .containsPattern("Sauvegarde hub-\\S+ : VERIFIED");
  }

  private String bash(String script, Path machine, Path safe) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("bash", "-c", script))
            .directory(machine.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "JAR",
                Path.of(System.getProperty("hub.jar")).toAbsolutePath().toString(),
                "BACKUPS",
                safe.resolve("backups").toString(),
                "KEY",
                safe.resolve("key.txt").toString(),
                "OLD",
                Files.createDirectories(folder.resolve("nothing")).toString(),
                "JAVA_TOOL_OPTIONS",
                "-XX:TieredStopAtLevel=1",
                "HUB_EMBEDDED_POSTGRES_PORT",
                "0",
                "HUB_EMBEDDED_REDIS_PORT",
                "0",
                "SERVER_PORT",
                "0",
                "MANAGEMENT_SERVER_PORT",
                "0"));
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
