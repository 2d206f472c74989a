package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.check.CheckCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command beside a hub that runs: judged against its tables, and nothing written. */
class CheckIT extends InProcessHub {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  private record Checked(int exit, String output) {
    List<JsonNode> files() throws IOException {
      ObjectMapper json = new ObjectMapper();
      List<JsonNode> files = new ArrayList<>();
      for (String line : output.lines().toList()) {
        files.add(json.readTree(line));
      }
      return files;
    }
  }

  @Test
  void newUnchangedAndRefusedDocumentsAreToldAndNothingIsWritten() throws IOException {
    HUB.drop("avant.csv", file(invoice("CHK-1", 2)));
    HUB.awaitAcknowledgement("avant.csv");
    List<String> home = HUB.files("");
    int submissions = number("SELECT count(*) FROM submission");

    Checked checked =
        check(
            write(
                "trois.csv",
                file(
                    invoice("CHK-1", 2),
                    invoice("CHK-2", 1),
                    invoice("CHK-3", 1).with(0, "TVA %", "21"))));

    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.output())
        .contains("Documents : 1 créé(s), 0 révisé(s), 1 inchangé(s), 1 refusé(s)")
        .contains("Lignes : 4 lue(s), 1 refusée(s)")
        .contains("REFUS de la ligne   INV-016 [CHK-3, ligne 5, colonne « TVA % »]")
        .contains("Comparé, en lecture seule, à la base jdbc:postgresql:")
        .contains("Une partie serait comptabilisée");
    assertThat(number("SELECT count(*) FROM submission")).isEqualTo(submissions);
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no LIKE 'CHK-2%'")).isZero();
    assertThat(HUB.files("")).isEqualTo(home);
  }

  @Test
  void bytesThatCameBeforeAreToldWithTheirSubmission() throws IOException {
    String text = file(invoice("CHK-5", 1));
    HUB.drop("premier.csv", text);
    HUB.awaitAcknowledgement("premier.csv");

    Checked checked = check(write("encore.csv", text));

    assertThat(checked.exit()).isZero();
    assertThat(checked.output())
        .contains(
            "ces octets ont déjà été reçus (n° " + idOf("premier.csv") + ", premier.csv, le ");
  }

  @Test
  void everyKindOfDocumentIsJudgedInAReadOnlyTransaction() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--json"));
    try (Stream<Path> samples = Files.walk(SAMPLES)) {
      samples.filter(Files::isRegularFile).map(Path::toString).sorted().forEach(arguments::add);
    }

    Checked checked = check(arguments.toArray(String[]::new));

    assertThat(checked.exit()).isLessThan(2);
    assertThat(checked.files())
        .hasSize(arguments.size() - 1)
        .allSatisfy(
            file -> {
              Path sample = Path.of(file.get("file").asText());
              String feed = SAMPLES.relativize(sample).getName(0).toString();
              assertThat(file.get("feed").asText()).as(file.toString()).isEqualTo(feed);
              assertThat(file.get("rowsRead").asInt()).isPositive();
            });
  }

  @Test
  void aNamedFeedReadsWhatItsHeadersWouldNotTell() throws IOException {
    String table = "InvoiceNo;InvoiceDate;CustomerID;StockCode;Quantity;UnitPrice\n";
    String file = write("anglais.csv", table + "5;01/10/2026;C-1;A-1;2;1,50\n");

    Checked named = check("--json", "--feed", "suppliers.invoices", file);
    Checked unknown = check(file, "--feed=personne.invoices");

    assertThat(named.files().get(0).get("feed").asText()).isEqualTo("suppliers.invoices");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.output()).contains("Flux inconnu", "accounting.orders");
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentenceAndHoldsUpNoOther() throws IOException {
    Checked checked =
        check(
            folder.resolve("absent.csv").toString(),
            folder.toString(),
            write("vide.csv", ""),
            write("bon.csv", file(invoice("CHK-7", 1))));

    assertThat(checked.exit()).isEqualTo(2);
    assertThat(checked.output())
        .contains("Fichier introuvable", "Ce n'est pas un fichier", "FIL-001")
        .contains("Tout serait comptabilisé.")
        .doesNotContain("Exception");
    assertThat(check().output()).startsWith("  Usage");
    assertThat(check("--fee").exit()).isEqualTo(2);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Without touching the logs of the hub that runs in this process. */
  private static Checked check(String... arguments) {
    String logging = "org.springframework.boot.logging.LoggingSystem";
    System.setProperty(logging, "none");
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      List<String> all = new ArrayList<>(List.of(arguments));
      all.add("--hub.home=" + HUB.home());
      int exit =
          new CheckCommand().run(List.copyOf(all), Map.of(), new PrintStream(out, true, UTF_8));
      return new Checked(exit, out.toString(UTF_8));
    } finally {
      System.clearProperty(logging);
    }
  }
}
