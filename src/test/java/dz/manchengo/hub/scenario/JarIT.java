package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The packaged jar, started from an empty folder with its own defaults. */
class JarIT {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  static Path empty;

  @SuppressWarnings("NullAway.Init")
  static HubFolder hub;

  @SuppressWarnings("NullAway.Init")
  static HubProcess process;

  static int managementPort;

  @BeforeAll
  static void start() throws IOException {
    empty = empty.toRealPath();
    hub = new HubFolder(empty.resolve("var"));
    managementPort = freePort();
    process = startHub().awaitReady();
  }

  @AfterAll
  static void end() {
    process.close();
    hub.endServers();
  }

  private static HubProcess startHub() {
    return HubProcess.ofJar(empty, managementPort());
  }

  private static String managementPort() {
    return "-Dmanagement.server.port=" + managementPort;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aDroppedFileIsInTheTablesAndAnswered() {
    assertThat(process.output()).contains(hub.home().resolve("inbox").toString());
    hub.drop("ventes.csv", file(invoice("JAR-001", 3), invoice("JAR-002", 2)));

    Acknowledgement answer = hub.awaitAcknowledgement("ventes.csv");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.count("Documents créés")).isEqualTo(2);
    JdbcClient db = process.database(hub);
    assertThat(lines(db, "JAR-001")).isEqualTo(3);
    assertThat(lines(db, "JAR-002")).isEqualTo(2);
    assertThat(
            db.sql(
                    "SELECT count(*) FROM invoice_vat JOIN invoice USING (invoice_id)"
                        + " WHERE invoice_no LIKE 'JAR-00%' AND vat_rate = 19"
                        + " AND base = comp_ht AND vat = comp_vat")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(hub.inbox("invoices/ventes.csv")).doesNotExist();
  }

  @Test
  void itsHealthIsToldOnTheManagementPortOnly() throws Exception {
    URI health = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health");
    HttpClient client = HttpClient.newHttpClient();
    await("health")
        .untilAsserted(
            () -> {
              var answer =
                  client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
              assertThat(answer.statusCode()).isEqualTo(200);
              assertThat(answer.body()).contains("\"status\":\"UP\"");
            });
  }

  @Test
  void aSecondHubOnItsHomeIsRefusedInOneSentence() {
    try (HubProcess second = HubProcess.warm(hub)) {
      assertThat(second.awaitEnd()).isNotZero();
      assertThat(second.output())
          .contains("Le dossier " + hub.home() + " est déjà utilisé par un autre hub en marche.")
          .doesNotContain("\tat ");
    }
    assertThat(lines(process.database(hub), "nobody")).isZero();
  }

  @Test
  void stoppedItLeavesNoServersAndStartedAgainItHasItsData() {
    hub.drop("avant.csv", file(invoice("JAR-100", 4)));
    hub.awaitAcknowledgement("avant.csv");

    process.stop();

    assertThat(process.output()).doesNotContain("ERROR", "Exception");
    assertThat(hub.servers()).isEmpty();
    process = HubProcess.warm(hub, managementPort()).awaitReady();
    assertThat(lines(process.database(hub), "JAR-100")).isEqualTo(4);
    assertThat(Files.exists(hub.answer("invoices", "avant.csv"))).isTrue();
  }

  @Test
  void aFileIsCheckedWithoutAnyHubAndNothingIsLeft() throws Exception {
    Path folder = Files.createDirectory(empty.resolve("ailleurs"));
    Files.writeString(folder.resolve("ventes.csv"), file(invoice("JAR-900", 2)));

    String output = HubProcess.command(folder, "check", "ventes.csv");

    assertThat(output)
        .startsWith("ventes.csv\n")
        .contains("Documents : 1 créé(s), 0 révisé(s), 0 inchangé(s), 0 refusé(s)")
        .contains("Aucune base du hub n'est joignable")
        .endsWith("Tout serait comptabilisé.\n\nexit 0");
    assertThat(folder.toFile().list()).containsExactly("ventes.csv");
  }

  private static int lines(JdbcClient db, String invoice) {
    return db.sql(
            "SELECT count(*) FROM invoice_line JOIN invoice USING (invoice_id)"
                + " WHERE invoice_no = :no AND is_current")
        .param("no", invoice)
        .query(Integer.class)
        .single();
  }
}
