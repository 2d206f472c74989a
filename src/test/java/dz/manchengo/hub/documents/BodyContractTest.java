package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.documents.BodyShape.Members;
import dz.manchengo.hub.documents.BodyShape.Property;
import dz.manchengo.hub.documents.BodyShape.Rows;
import dz.manchengo.hub.documents.BodyShape.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies beside the contract, without a server. */
class BodyContractTest {
  private static final ZoneId ALGIERS = ZoneId.of("Africa/Algiers");
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final String LINE = "{\"product\":\"FON-16\",\"quantity\":\"2.5\"}";

  private final BodyContract contract;

  BodyContractTest() throws IOException {
    contract =
        new BodyContract(
            Stream.of(
                    new Posting("orders", "doc_no", false, "ORDER", "LINE"),
                    new Posting("invoices", "doc_no", false, "INVOICE", "LINE"),
                    new Posting("payments", "invoice_no", true, "PAYMENT"),
                    new Posting("production", "batch_no", false, "PRODUCTION", "CONSUMPTION"),
                    new Posting("stock-movements", "ref_no", true, "MOVEMENT"),
                    new Posting("stock-counts", "session_no", true, "COUNT"))
                .map(DocumentPosting.class::cast)
                .toList());
  }

  @Test
  void anOrderIsReadAsItStands() throws UnreadableFile {
    RawDocument order =
        read(
                "orders",
                """
                {"number": "BC-1", "date": "2026-03-31", "customer": {"code": "C1", "nif": null},
                 "totalHt": "1234.50",
                 "lines": [%s, {"product": "BRI", "quantity": 3, "unitPriceHt": "12.3456"}]}
                """
                    .formatted(LINE))
            .get(0);
    assertThat(order.number()).isEqualTo("BC-1");
    assertThat(order.header())
        .containsEntry("doc_date", LocalDate.of(2026, 3, 31))
        .containsEntry("party_code", "C1")
        .containsEntry("total_ht", new BigDecimal("1234.50"))
        .doesNotContainKey("party_nif");
    assertThat(order.lines().get(1).values())
        .containsEntry("qty", new BigDecimal("3"))
        .containsEntry("unit_price_ht", new BigDecimal("12.3456"));
    assertThat(pointer(order.lines().get(1).place(), order, "qty")).isEqualTo("/lines/1/quantity");
    assertThat(pointer(order.place(), order, "party_code")).isEqualTo("/customer/code");
  }

  @Test
  void momentsAreReadInTheZoneOfBusinessDays() throws UnreadableFile {
    RawDocument movement =
        read(
                "stock-movements",
                """
                {"effectiveAt": "2026-03-31T23:30:00Z", "origin": "RECEPTION", "product": "LAIT",
                 "quantity": "1", "reference": "BR-1"}
                """)
            .get(0);
    assertThat(movement.header())
        .containsEntry("effective_at", LocalDateTime.of(2026, 4, 1, 0, 30))
        .containsEntry("origin", StockMovement.Origin.RECEPTION);
  }

  @Test
  void centimesAreDinars() throws UnreadableFile {
    RawDocument payment =
        read(
                "payments",
                """
                {"invoiceNumber": "F1", "date": "2026-03-31", "amount": "12345", "method": "CHEQUE",
                 "moneyUnit": "CENTIME"}
                """)
            .get(0);
    assertThat(payment.header()).containsEntry("amount", new BigDecimal("123.45"));
  }

  @Test
  void eachCountedRowIsADocumentWithWhatHoldsForAll() throws UnreadableFile {
    List<RawDocument> rows =
        read(
            "stock-counts",
            """
            {"session": "INV-1", "countedAt": "2026-03-31T08:00:00+01:00", "warehouse": "PF",
             "lines": [{"product": "A", "quantity": "0"}, {"product": "B"}]}
            """);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).header())
        .containsEntry("warehouse", "PF")
        .containsEntry("product_code", "B")
        .doesNotContainKey("counted_qty");
    assertThat(pointer(rows.get(1).place(), rows.get(1), "warehouse")).isEqualTo("/warehouse");
    assertThat(pointer(rows.get(1).place(), rows.get(1), "product_code"))
        .isEqualTo("/lines/1/product");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"number":"1","date":"2026-03-31","customer":{},"lines":[L],"colour":"red"} | API-001 /colour
          {"number":"1","date":"2026-03-31","customer":{"a/b~":1},"lines":[L]}        | API-001 /customer/a~1b~0
          {"number":7,"date":"2026-03-31","customer":{},"lines":[L]}                  | API-002 /number
          {"number":"1","date":"2026-03-31","customer":[],"lines":[L]}                | API-002 /customer
          {"number":"1","date":"2026-03-31","customer":{},"lines":{}}                 | API-002 /lines
          {"number":"1","date":"2026-03-31","customer":{},"lines":["x"]}              | API-002 /lines/0
          {"number":"1","date":"2026-02-30","customer":{},"lines":[L]}                | API-003 /date
          {"number":"1","date":"31/03/2026","customer":{},"lines":[L]}                | API-003 /date
          {"number":"1","date":"0000-01-01","customer":{},"lines":[L]}                | API-003 /date
          {"number":"1","date":"2026-03-31","customer":{},"lines":[]}                 | API-004 /lines
          {"number":"1","number":"2","date":"2026-03-31","customer":{},"lines":[L]}   | API-005 /number
          {"number":null,"date":"2026-03-31","customer":{},"lines":[L]}               | FMT-001 /number
          {"number":"1","date":"2026-03-31","customer":{},"lines":[{"quantity":"1,5"}]} | API-003 /lines/0/quantity
          {"number":"1","date":"2026-03-31","customer":{},"lines":[{"quantity":1e400}]} | API-003 /lines/0/quantity
          {"number":"1","date":"2026-03-31","customer":{},"lines":[{"quantity":true}]} | API-002 /lines/0/quantity
          {"number":"1","date":"2026-03-31","customer":{},"lines":[L],"status":"OPEN"} | FMT-014 /status
          {"number":"a\\u0000b","date":"2026-03-31","customer":{},"lines":[L]}         | API-003 /number
          []                                                                          | API-002 ''
          """)
  void whatBreaksTheContractIsNamed(String body, String breach) throws UnreadableFile {
    Body read =
        contract.document(
            "orders", body.replace("L]", LINE + "]").getBytes(StandardCharsets.UTF_8));
    assertThat(read.breaches())
        .extracting(f -> (f.rule() + " " + Body.pointer(f.place())))
        .containsExactly(breach.replace("''", ""));
    read.breaches()
        .forEach(
            finding ->
                assertThat(
                        RuleBook.message(finding, Locale.ENGLISH)
                            + RuleBook.expected(finding, Locale.FRENCH))
                    .doesNotContain("{f", "{v", "{k", "{n", "reason."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"a\":1}x", "{'a':1}", "[1,]", "nul", "\u00e9\u00ff", "{\"a\":01}"})
  void whatIsNoJsonIsRefused(String body) {
    assertThatThrownBy(
            () -> contract.document("orders", body.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(UnreadableFile.class);
  }

  @Test
  void aPileOfBracketsIsRefused() {
    byte[] pile = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> contract.document("orders", pile)).isInstanceOf(UnreadableFile.class);
  }

  @TestFactory
  Stream<DynamicTest> everyWordOfTheContractIsRead() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String document :
        List.of("orders", "invoices", "payments", "production", "stock-movements")) {
      for (Property property : values(contract.shape(document))) {
        for (String word : ((Value) property.shape()).words()) {
          if (!property.direction() && !property.field().equals("money_unit")) {
            tests.add(
                DynamicTest.dynamicTest(
                    document + " " + property.name() + " " + word,
                    () -> isRead(document, property, word)));
          }
        }
      }
    }
    return tests.stream();
  }

  private void isRead(String document, Property property, String word) {
    String scope = contract.posting(document).scopes().get(0);
    Aliases.Field field =
        Aliases.load().fields(scope).stream()
            .filter(f -> f.name().equals(property.field()))
            .findFirst()
            .orElseThrow();
    Layout.Column column =
        new Layout.Column(0, "x", new Aliases.Match(List.of(field), Aliases.By.FEED, null));
    DataRow row =
        new DataRow(
            Place.row("", 1), List.of(), new Grouping("x", true, Grouping.Part.WHOLE, Set.of()));
    Object value =
        new TextColumn(column, field.name(), field.type(), feed(document))
            .value(new SourceRow(1, List.of(new Cell.Text(word))), row);
    assertThat(row.findings()).isEmpty();
    assertThat(String.valueOf(value)).isEqualTo(word);
  }

  private static List<Property> values(Members members) {
    List<Property> values = new ArrayList<>();
    for (Property property : members.properties().values()) {
      if (property.shape() instanceof Members inner) {
        values.addAll(values(inner));
      } else if (property.shape() instanceof Rows rows) {
        values.addAll(values(rows.row()));
      } else {
        values.add(property);
      }
    }
    return values;
  }

  private static String pointer(Place place, RawDocument document, String field) {
    return Body.pointer(place.at(document.headers().getOrDefault(field, "")));
  }

  private List<RawDocument> read(String document, String body) throws UnreadableFile {
    Body read = contract.document(document, body.getBytes(StandardCharsets.UTF_8));
    assertThat(read.breaches()).isEmpty();
    return read.documents(feed(document), TODAY, ALGIERS);
  }

  private static Feed feed(String document) {
    String yaml = "feed: api.%s\ndocument: %s\ndescription: a test's own\napi: true\n";
    return FeedFile.parse("api." + document + ".yaml", yaml.formatted(document, document));
  }

  private record Posting(
      String document, String numberField, boolean isEachRowADocument, List<String> scopes)
      implements DocumentPosting {
    private Posting(String document, String numberField, boolean each, String... scopes) {
      this(document, numberField, each, List.of(scopes));
    }

    @Override
    public List<List<String>> required() {
      return List.of();
    }

    @Override
    public Session open(DocumentPosting.Posting posting) {
      throw new UnsupportedOperationException();
    }
  }
}
