package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each feed's own sample all the way, recognised by its headers alone. */
class SamplesIT extends InProcessHub {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "accounting.invoices,    deux-factures.csv,  3, 2, SALE,     26919.00, 5114.61",
    "accounting.invoices, journal-ventes-erp.csv, 2, 2, SALE,  22000.00, 4180.00",
    "accounting.invoices, journal-tva-erp.csv,  2, 2, SALE,      5250.50,  997.60",
    "accounting.invoices, rapport-sales-erp.csv, 2, 2, SALE,     1300.00,  247.00",
    "erp-receptions.invoices, receptions-mp.csv, 3, 2, PURCHASE, 376500.00, 9985.00",
    "sage100.invoices,       docligne.csv,       3, 2, SALE,     18378.00, 3491.82",
    "sage100.invoices,       docligne-ct-num.csv, 3, 2, SALE,     4050.00,  769.50",
    "sage100-achats.invoices, docligne-16-17.csv, 3, 2, PURCHASE, 49000.00, 9310.00",
    "sage100-grille.invoices, grille.csv,        2, 1, SALE,      6300.00, 1197.00",
    "sage100-grille.invoices, grille-colonnes.csv, 3, 2, SALE,   7650.00, 1318.50",
    "dolibarr.invoices,      factures.csv,       3, 2, SALE,     24309.00, 4618.71",
    "dolibarr-lignes.invoices, lignes-dolibarr.csv, 3, 2, SALE, 1400.00, 266.00",
    "odoo.invoices,          odoo-factures.csv,       3, 2, SALE,      3900.00,  741.00",
    "odoo.invoices,          odoo-liste.csv,     2, 2, SALE,     23400.50, 4446.10",
    "odoo.invoices,          odoo-ecran.csv,     2, 2, SALE,       950.00,  180.50",
    "odoo-en.invoices,       invoice-lines.csv,  3, 2, SALE,      4050.00,  599.50",
    "odoo-en.invoices,       invoice-list.csv,   2, 2, SALE,       950.00,  180.50",
    "online-retail.invoices, vente-et-avoir.csv, 3, 2, SALE,         8.14,    0.00",
    "suppliers.invoices,     deux-achats.csv,    3, 2, PURCHASE, 18025.00, 3424.75"
  })
  void aSampleIsPostedByItsOwnFeed(
      String feed, String name, int rows, int documents, String direction, double ht, double vat)
      throws IOException {
    HUB.drop("", name, withNumbersOfItsOwn(SAMPLES.resolve(feed).resolve(name)));

    Acknowledgement answer = HUB.awaitAcknowledgement("", name);

    assertThat(answer.value("Flux")).isEqualTo(feed);
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.count("Lignes lues")).isEqualTo(rows);
    assertThat(answer.count("Lignes comptabilisées")).isEqualTo(rows);
    assertThat(answer.count("Documents créés")).isEqualTo(documents);
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(ht);
    assertThat(answer.figure("Total TVA comptabilisée (DA)")).isEqualTo(vat);
    assertThat(directionsOf(name)).containsExactly(direction);
  }

  @Test
  void aCountOfDolibarrKeepsTheEmptyQuantityApartFromTheZero() throws IOException {
    String name = "inventaire.csv";
    HUB.drop("", name, Files.readAllBytes(SAMPLES.resolve("dolibarr.stock-counts").resolve(name)));

    Acknowledgement answer = HUB.awaitAcknowledgement("", name);

    assertThat(answer.value("Flux")).isEqualTo("dolibarr.stock-counts");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.count("Lignes comptabilisées")).isEqualTo(3);
    assertThat(rulesOf(name)).contains("CNT-002");
    assertThat(
            db.sql(
                    "SELECT e.source_row || ' ' || lot_code || ' ' || qty FROM count_entry e"
                        + " JOIN count_line USING (line_id) JOIN lot USING (lot_id)"
                        + " WHERE e.submission_id = :id ORDER BY 1")
                .param("id", idOf(name))
                .query(String.class)
                .list())
        .containsExactly("2 LP260115-005 1198.0000", "4 LP260111-001 0.0000");
  }

  /** The public data set that another test posts has the same invoice number. */
  private static byte[] withNumbersOfItsOwn(Path sample) throws IOException {
    return Files.readString(sample, StandardCharsets.ISO_8859_1)
        .replace("536365", "936365")
        .replace("C536379", "C936379")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private List<String> directionsOf(String name) {
    return db.sql("SELECT DISTINCT direction FROM invoice WHERE submission_id = :id")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }
}
