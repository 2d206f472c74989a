package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that names its suppliers is one of purchases, by whatever header it names them. */
class SupplierFeedsTest {
  private static final Pattern SUPPLIER =
      Pattern.compile("fourn|\\bfrs\\b|supplier|vendor", Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @CsvSource({"suppliers.invoices.yaml, INVOICE", "suppliers.payments.yaml, PAYMENT"})
  void areRecognisedByEveryHeaderOfASupplier(String file, String scope) throws IOException {
    Feed feed = FeedFile.parse(file, Files.readString(Path.of("config/feeds", file)));
    Feed.Recognise recognise = Objects.requireNonNull(feed.recognise());
    List<String> known =
        Objects.requireNonNull(recognise.anyOf()).stream().map(HeaderName::normalise).toList();
    assertThat(headers(scope)).hasSizeGreaterThan(10).isSubsetOf(known);
  }

  private static List<String> headers(String scope) throws IOException {
    return Files.readAllLines(Path.of("src/main/resources/aliases.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .filter(row -> row[0].equals(scope))
        .flatMap(row -> Stream.of(row[4].split(" \\| ", -1)))
        .filter(header -> SUPPLIER.matcher(header).find())
        .map(HeaderName::normalise)
        .toList();
  }
}
