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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void recordsThatItDoesNotMakeWouldBeMade() throws IOException {
    Checked checked =
        check(write("fiche.csv", file(invoice("CHF-1", 1).with(0, "Code client", "C-NOUVEAU"))));

    assertThat(checked.output())
        .contains("une fiche provisoire serait créée")
        .doesNotContain("a été créée");
  }

  @Test
  void newUnchangedRefusedAndDuplicateAreToldAndNothingIsWritten() throws IOException {
    String before = file(invoice("CHK-1", 2));
    HUB.drop("chk-avant.csv", before);
    HUB.awaitAcknowledgement("chk-avant.csv");
    List<String> home = homeFiles();
    int submissions = number("SELECT count(*) FROM submission");

    Checked checked =
        check(
            write(
                "trois.csv",
                file(
                    invoice("CHK-1", 2),
                    invoice("CHK-2", 1),
                    invoice("CHK-3", 1).with(0, "TVA %", "21"))),
            write("encore.csv", before));

    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.output())
        .contains("Documents : 1 créé(s), 0 révisé(s), 1 inchangé(s), 1 refusé(s)")
        .contains("Lignes : 4 lue(s), 1 refusée(s)")
        .contains("REFUS de la ligne   INV-016 [CHK-3, ligne 5, colonne « TVA % »]")
        .contains("Comparé, en lecture seule, à la base jdbc:postgresql:")
        .contains("Une partie serait comptabilisée")
        .contains(
            "ces octets ont déjà été reçus (n° "
                + idOf("chk-avant.csv")
                + ", chk-avant.csv, le "
                + inAlgiers("chk-avant.csv"));
    assertThat(number("SELECT count(*) FROM submission")).isEqualTo(submissions);
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no LIKE 'CHK-2%'")).isZero();
    assertThat(homeFiles()).isEqualTo(home);
  }

  private String inAlgiers(String name) {
    return db.sql(
            "SELECT to_char(received_at AT TIME ZONE 'Africa/Algiers', 'DD/MM/YYYY HH24:MI')"
                + " FROM submission WHERE id = :id")
        .param("id", idOf(name))
        .query(String.class)
        .single();
  }

  @Test
  void everyKindOfDocumentIsJudgedInAReadOnlyTransaction() throws IOException {
    HUB.drop(
        "parties",
        "chk-own.csv",
        "Code tiers;Raison sociale;NIF\nOWN;Manchengo;000016001234567\n".getBytes(UTF_8));
    HUB.awaitAcknowledgement("parties", "chk-own.csv"); // tells its purchases from its sales
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
              boolean came = file.get("status").asText().equals("DUPLICATE");
              assertThat(came || file.get("feed").asText().equals(feed))
                  .as(file.toString())
                  .isTrue();
            });
  }

  @Test
  void aNamedFeedReadsWhatItsHeadersWouldNotTell() throws IOException {
    String file = write("achats.csv", file(invoice("CHK-6", 1)));

    Checked named = check("--json", "--feed", "suppliers.invoices", file);

    assertThat(named.files().get(0).get("feed").asText()).isEqualTo("suppliers.invoices");
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
  }

  /** A feed of the partner API reads no file. */
  @ParameterizedTest
  @ValueSource(strings = {"personne.invoices", "api.invoices"})
  void anUnknownFeedIsToldWithThoseThatAre(String feed) {
    Checked checked = check("ventes.csv", "--feed=" + feed);

    assertThat(checked.exit()).isEqualTo(2);
    assertThat(checked.output())
        .contains("Flux inconnu", "accounting.orders")
        .doesNotContain("api.orders");
  }

  /** The servers' own files come and go. */
  private static List<String> homeFiles() {
    return HUB.files("").stream().filter(file -> !file.startsWith("embedded/")).toList();
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** The service's secrets are in its own environment, and not in that of whoever checks a file. */
  @Test
  void itNeedsNoSecretOfTheHub() throws IOException {
    String good = write("sans-secret.csv", file(invoice("CHS-1", 1)));
    String secret = "--hub.smtp.password=${NOBODY_SET_THIS}";
    assertThat(check(good, secret)).extracting(Checked::exit).isEqualTo(0);
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
