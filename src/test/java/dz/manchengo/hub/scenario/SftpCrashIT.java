package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.platform.Failpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hubs that die over a partner's files, and two hubs that share a partner. */
class SftpCrashIT extends DyingHub {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Of a partner's file; what lies before and between is the same as for dropped ones. */
  private static final List<Failpoint> BOUNDARIES =
      List.of(Failpoint.SUBMISSION_RECEIVED, Failpoint.REMOTE_MOVED, Failpoint.ANSWER_BROUGHT);

  @Test
  void haltedAnywhereEveryFileCountsOnceAndIsAnswered(@TempDir Path partner) {
    try (PartnerServer server = new PartnerServer(partner)) {
      for (Failpoint failpoint : BOUNDARIES) {
        put(server, "crash-" + failpoint);
        try (HubProcess halting = start(settings(server, "-Dhub.failpoint=" + failpoint))) {
          assertThat(halting.awaitEnd()).as("%s: %s", failpoint, halting.output()).isEqualTo(137);
        }
      }
      shareWithASecondHub(server);
    }
  }

  /** Each file has its effect once, whoever of the two takes it. */
  private void shareWithASecondHub(PartnerServer server) {
    try (HubProcess one = start(settings(server)).awaitReady()) {
      HubFolder other = new HubFolder(folder.resolve("other"));
      try (HubProcess two = HubProcess.warm(other, beside(one, server)).awaitReady()) {
        for (int i = 0; i < 5; i++) {
          put(server, "shared-" + i);
        }
        await("answers")
            .atMost(PATIENCE)
            .until(() -> server.names("reponses").size() == BOUNDARIES.size() + 5);
        await("moves").atMost(PATIENCE).until(() -> csv(server, "sortie").isEmpty());
        check(one.database(hub), server);
        assertThat(one.output() + two.output()).doesNotContain("ERROR");
      } finally {
        other.endServers();
      }
    }
  }

  private static void put(PartnerServer server, String name) {
    server.put("sortie/" + name + ".csv", file(invoice(name, 2)));
  }

  private static void check(JdbcClient db, PartnerServer server) {
    List<String> files = csv(server, "sortie/done");
    assertThat(files).hasSize(BOUNDARIES.size() + 5);
    assertThat(server.names("reponses"))
        .isEqualTo(files.stream().map(name -> name + ".ack.xlsx").toList());
    assertThat(db.sql("SELECT original_name FROM submission ORDER BY 1").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(files);
    assertThat(
            db.sql("SELECT invoice_no || '.csv' FROM invoice WHERE revision = 1 AND is_current")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(files);
    for (String name : files) {
      assertThat(Acknowledgement.read(server.file("reponses/" + name + ".ack.xlsx")).status())
          .isEqualTo("POSTED");
    }
  }

  private static List<String> csv(PartnerServer server, String folder) {
    return server.names(folder).stream().filter(name -> name.endsWith(".csv")).toList();
  }

  private static String[] settings(PartnerServer server, String... more) {
    List<String> settings = new ArrayList<>(List.of(more));
    server
        .settings("acme", "folder=sortie", "into=invoices", "answers-folder=reponses")
        .forEach((key, value) -> settings.add("-D" + key + "=" + value));
    return settings.toArray(String[]::new);
  }

  private String[] beside(HubProcess one, PartnerServer server) {
    return settings(
        server,
        "-Dhub.inbox.settle=200ms",
        "-Dhub.posting.poll=50",
        "-Dspring.datasource.url=" + one.databaseUrl(),
        "-Dspring.datasource.username=hub",
        "-Dspring.datasource.password=" + hub.databasePassword());
  }
}
