package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hubs on one database, each with a home of its own. */
class TwoHubsIT {
  private static final int FILES = 10;

  @Test
  void eachReadsAndAnswersTheFilesOfItsOwnHome(@TempDir Path east, @TempDir Path west)
      throws Exception {
    HubFolder one = home(east);
    HubFolder other = home(west);
    for (int i = 0; i < FILES; i++) {
      drop(i, one, "E");
      drop(i, other, "O");
    }
    try (HubProcess first = HubProcess.warm(one).awaitReady();
        HubProcess second = HubProcess.warm(other, databaseOf(first, one)).awaitReady()) {
      for (int i = 0; i < FILES; i++) {
        assertAnswered(one, i);
        assertAnswered(other, i);
      }
      check(first.database(one));
      assertThat(first.output() + second.output()).doesNotContain("ERROR");
    } finally {
      one.endServers();
      other.endServers();
    }
  }

  private static HubFolder home(Path folder) throws Exception {
    HubFolder hub = new HubFolder(folder.toRealPath());
    Files.createDirectories(hub.inbox(HubFolder.INVOICES));
    return hub;
  }

  private static String[] databaseOf(HubProcess first, HubFolder home) {
    return new String[] {
      "-Dspring.datasource.url=" + first.databaseUrl(),
      "-Dspring.datasource.username=hub",
      "-Dspring.datasource.password=" + home.databasePassword()
    };
  }

  /** One invoice of its own, one that both bring, one that is refused; the names are the same. */
  private static void drop(int i, HubFolder hub, String home) {
    hub.drop(
        "ventes-" + i + ".csv",
        file(
            invoice("DEUX-" + home + i, 3),
            invoice("DEUX-X" + i, 2),
            invoice("DEUX-R" + home + i, 2).with(1, "TVA %", "21")));
  }

  private static void assertAnswered(HubFolder hub, int i) {
    Acknowledgement answer = hub.awaitAcknowledgement("ventes-" + i + ".csv");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.count("Documents créés") + answer.count("Documents inchangés")).isEqualTo(2);
    assertThat(answer.cells(Acknowledgement.CORRECT)).hasSize(3);
    assertThat(hub.inbox("invoices/ventes-" + i + ".csv")).doesNotExist();
  }

  private static void check(JdbcClient db) {
    List<String> posted =
        db.sql("SELECT invoice_no FROM invoice WHERE invoice_no LIKE 'DEUX-%'")
            .query(String.class)
            .list();
    assertThat(posted).hasSize(3 * FILES).doesNotHaveDuplicates();
    assertThat(
            db.sql("SELECT count(*), max(attempt) FROM submission WHERE status = 'PARTIAL'")
                .query((rs, n) -> List.of(rs.getInt(1), rs.getInt(2)))
                .single())
        .containsExactly(2 * FILES, 1);
  }
}
