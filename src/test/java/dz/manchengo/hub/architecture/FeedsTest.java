package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dz.manchengo.hub.catalog.OwnCompany;
import dz.manchengo.hub.catalog.Parties;
import dz.manchengo.hub.documents.Aliases;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.documents.FileReader;
import dz.manchengo.hub.documents.Interpretation;
import dz.manchengo.hub.documents.Interpreter;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/** The readers and their wiring as they are, without a database: nothing here posts. */
@ExtendWith(OutputCaptureExtension.class)
class FeedsTest {
  private static final Path FEEDS = Path.of("config/feeds");
  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final Instant TODAY = Instant.parse("2026-06-30T12:00:00Z");

  private static Path home = Path.of("");
  static final AnnotationConfigApplicationContext HUB = new AnnotationConfigApplicationContext();

  @BeforeAll
  static void wire(@TempDir Path folder) throws IOException {
    NoDatabase nowhere = new NoDatabase();
    home = folder.toRealPath();
    HUB.registerBean(HubHome.class, () -> new HubHome(home));
    HUB.registerBean(NoDatabase.class, () -> nowhere);
    HUB.registerBean(JdbcClient.class, () -> JdbcClient.create(nowhere));
    HUB.registerBean(
        PlatformTransactionManager.class, () -> new DataSourceTransactionManager(nowhere));
    HUB.register(Tenancy.class);
    HUB.registerBean(Clock.class, () -> Clock.fixed(TODAY, ZoneOffset.UTC));
    HUB.registerBean("ownCompany", OwnCompany.class, () -> () -> Optional.of("000016001234567"));
    HUB.registerBean(
        FileReader.class,
        () ->
            new FileReader(
                FileReader.Limits.defaults(), Path.of(System.getProperty("java.io.tmpdir"))));
    HUB.scan(
        ClassUtils.getPackageName(Parties.class),
        ClassUtils.getPackageName(Feed.class),
        "dz.manchengo.hub.sales",
        "dz.manchengo.hub.stock",
        "dz.manchengo.hub.masterdata",
        "dz.manchengo.hub.accounting",
        "dz.manchengo.hub.production");
    HUB.refresh();
  }

  @AfterAll
  static void close() {
    HUB.close();
  }

  /** Whoever asks it has left the part that this test is about. */
  static final class NoDatabase extends AbstractDataSource {
    @Override
    public java.sql.Connection getConnection() {
      throw new IllegalStateException("no database here");
    }

    @Override
    public java.sql.Connection getConnection(String user, String password) {
      return getConnection();
    }
  }

  static Stream<Feed> feedsOfFiles() {
    return feeds().filter(feed -> !feed.api());
  }

  static Stream<Feed> feeds() {
    return catalogue().feeds().stream();
  }

  static Stream<String> files() {
    return ProjectFiles.under(FEEDS, "").stream().map(ProjectFiles::name);
  }

  static Stream<Path> samples() {
    return ProjectFiles.under(SAMPLES, "").stream()
        .filter(sample -> !ProjectFiles.name(sample).endsWith(".md"))
        .filter(sample -> isFeed(folder(sample)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsOneFeedOfItsNameAndFollowsTheSchema(String file) throws IOException {
    String yaml = ProjectFiles.read(FEEDS.resolve(file));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(ProjectFiles.read(Path.of("config/schemas/feed.schema.json")))
                .validate(new ObjectMapper(new YAMLFactory()).readTree(yaml)))
        .isEmpty();
    assertThat(feeds().map(Feed::name)).contains(file.replaceFirst("\\.yaml$", ""));
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void itsFieldsAndRulesExist(Feed feed) {
    Set<String> fields = fields();
    assertThat(feed.columns().keySet()).isSubsetOf(fields);
    assertThat(feed.strip().keySet()).isSubsetOf(fields);
    assertThat(feed.moneyUnitByField().keySet()).isSubsetOf(fields);
    fields.add("vat_exempt_reason"); // no usual header names it
    assertThat(feed.constants().keySet()).isSubsetOf(fields);
    assertThat(RuleBook.rules().stream().map(RuleBook.Rule::code))
        .containsAll(feed.severities().keySet());
  }

  @ParameterizedTest
  @MethodSource("feedsOfFiles")
  void itHasASample(Feed feed) {
    assertThat(samples().map(FeedsTest::folder)).contains(feed.name());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsRecognisedAsItsOwnFeed(Path sample) throws Exception {
    Feed own = feeds().filter(f -> f.name().equals(folder(sample))).findFirst().orElseThrow();
    try (Interpretation read =
        HUB.getBean(Interpreter.class).interpret(sample, sample.toString(), "")) {
      assertThat(read.feed().name()).isEqualTo(own.name());
      assertThat(read.rows()).isPositive();
      List<RawDocument> documents = new ArrayList<>();
      read.read(100, documents::addAll);
      assertThat(documents).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noTwoSpecificFeedsFitOneSample(Path sample) throws Exception {
    Interpreter interpreter = HUB.getBean(Interpreter.class);
    List<String> fitting = new ArrayList<>();
    for (Feed feed : feeds().filter(f -> f.recognise() != null).toList()) {
      String folder = feed.source() + "/" + feed.document();
      try {
        interpreter.interpret(sample, sample.toString(), folder).close();
        fitting.add(feed.name());
      } catch (dz.manchengo.hub.documents.UnreadableFile e) {
        // another feed's sample
      }
    }
    assertThat(fitting).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Code;Désignation;Unité;Stock Initial;Entrées;Sorties;Stock Final;Valeur (DA)               | stock-movements
          Code;Produit;Unité;Stock Initial;Entrées (Prod.);Sorties (Ventes);Stock Final;Valeur (DA)  | feuille d'inventaire
          Type;Code;Produit;N° Lot;Quantite;Cout Unit.;Valeur Totale;DLC                             | valorisation
          Date;N° Facture;Client;Montant TTC;Taux;Timbre                                             | Journal des Ventes
          DATE;JOURNAL;PIECE;COMPTE;LIBELLE;DEBIT;CREDIT;TIERS                                       | PC Compta
          JournalCode;JournalLib;EcritureNum;EcritureDate;CompteNum;CompteLib;PieceRef;PieceDate;EcritureLib;Debit;Credit | FEC
          """)
  void aReportThatIsNoDocumentIsRefusedWithTheExportToUseInstead(String headers, String said)
      throws Exception {
    Path file = home.resolve("etat.csv");
    Files.writeString(file, headers + "\n" + headers.replaceAll("[^;]+", "x") + "\n");
    Interpreter interpreter = HUB.getBean(Interpreter.class);
    for (String folder : List.of("", "invoices")) {
      assertThatThrownBy(() -> interpreter.interpret(file, "etat.csv", folder))
          .isInstanceOfSatisfying(
              dz.manchengo.hub.documents.UnreadableFile.class,
              refused ->
                  assertThat(RuleBook.message(refused.finding(), java.util.Locale.FRENCH))
                      .contains("à exporter à la place", said));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delimitr: ';'                          | delimitr
          credit-note-number: '(AV'              | credit-note-number
          strip: {doc_no: '['}                   | doc_no
          severities: {INV-030: FATAL}           | INV-030
          severities: {INV-999: WARN}            | INV-999
          columns: {doc_nr: [Number]}            | doc_nr
          constants: {vat: '19'}                 | vat
          constants: {payment_method: Troc}      | payment_method: Unknown value "Troc"
          constants: {doc_date: 31/02/2026}      | doc_date: "31/02/2026" is no value of doc_date
          constants: {qty: douze}                | qty: "douze" is not a number
          strip: {docno: '^0'}                   | docno
          money-unit-by-field: {price: CENTIME}  | price
          money-unit: EUR                        | money-unit
          earliest-date: yesterday               | earliest-date
          encoding: klingon                      | encoding
          policy: sometimes                      | policy
          policy: {max-errors: 5}                | max-errors
          policy: {max-errors: 120%}             | max-errors
          policy: {max-errors: 5%, or: else}     | policy
          on-change: ask                         | on-change
          """)
  void aBadFeedIsRefusedWithItsKey(String line, String key, CapturedOutput log) throws IOException {
    Path file = home.resolve("config/feeds/bad.invoices.yaml");
    Files.writeString(
        file,
        """
        feed: bad.invoices
        document: invoices
        description: A feed with one mistake
        %s
        """
            .formatted(line));
    try {
      assertThat(feeds().map(Feed::name)).doesNotContain("bad.invoices");
      assertThat(log.getOut()).contains("feed file refused", "bad.invoices.yaml", key);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aGoodFeedOfTheHomeIsTaken() throws IOException {
    Path file = home.resolve("config/feeds/good.invoices.yaml");
    Files.writeString(
        file, "feed: good.invoices\ndocument: invoices\ndescription: Nothing wrong here\n");
    try {
      assertThat(feeds().map(Feed::name)).contains("good.invoices");
    } finally {
      Files.delete(file);
    }
  }

  private static FeedCatalogue catalogue() {
    return HUB.getBean(FeedCatalogue.class);
  }

  private static boolean isFeed(String name) {
    return feeds().anyMatch(feed -> feed.name().equals(name));
  }

  /** The folder below {@code samples/} that a sample lies in. */
  private static String folder(Path sample) {
    return SAMPLES.relativize(sample).getName(0).toString();
  }

  private static Set<String> fields() {
    return ProjectFiles.table("aliases.tsv").stream()
        .flatMap(row -> Stream.of(row.get(1), row.get(0) + "." + row.get(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theAliasesAreOnesThatTheReaderLoads() {
    assertThat(Aliases.load().fields("INVOICE")).isNotEmpty();
  }
}
