package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.jobs.JobRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a recall tells of a lot of milk and of the cheese that was made of it. */
class RecallLotIT extends ReconciliationScenario {
  private static final String DATE = "2026-10-31";

  @BeforeEach
  void theLotsOfOctober() {
    if (number("SELECT count(*) FROM lot WHERE lot_code = 'RPL-LAIT'") > 0) {
      return;
    }
    take(
        "production",
        "rpl-of.csv",
        ProductionScenario.HEADER
            + """
            RPL-1;05/10/2026;RPL-P;RPL-A;100;kg;;RPL-M;RPL-LAIT;900;kg
            RPL-2;06/10/2026;RPL-P;RPL-B;50;kg;;RPL-M;RPL-LAIT;400;kg
            RPL-3;20/10/2026;RPL-P;RPL-C;80;kg;;RPL-M;RPL-AUTRE;700;kg
            """);
    take(
        "stock-movements",
        "rpl-r.csv",
        MOVEMENTS.replace("\n", ";Fournisseur\n")
            + """
            04/10/2026;RECEPTION;RPL-M;RPL-LAIT;RPL-D;1300;50;BR-RPL-1;Laiterie du rappel
            04/10/2026;RECEPTION;RPL-M;RPL-AUTRE;RPL-D;800;50;BR-RPL-1;Laiterie du rappel
            """);
    take(
        "stock-movements",
        "rpl-m.csv",
        MOVEMENTS
            + """
            05/10/2026;PRODUCTION_OUT;RPL-M;RPL-LAIT;RPL-D;900;;RPL-1
            06/10/2026;PRODUCTION_OUT;RPL-M;RPL-LAIT;RPL-D;400;;RPL-2
            05/10/2026;PRODUCTION_IN;RPL-P;RPL-A;RPL-D;100;600;RPL-1
            06/10/2026;PRODUCTION_IN;RPL-P;RPL-B;RPL-D;48;600;RPL-2
            07/10/2026;VENTE;RPL-P;RPL-A;RPL-D;60;;BL-RPL-1
            08/10/2026;VENTE;RPL-P;RPL-A;RPL-D;40;;BL-RPL-2
            09/10/2026;RETOUR_CLIENT;RPL-P;RPL-A;RPL-D;10;;BL-RPL-1
            10/10/2026;VENTE;RPL-P;RPL-B;RPL-D;48;;BL-RPL-3
            12/10/2026;VENTE;RPL-P;;RPL-D;5;;BL-RPL-4
            01/09/2026;VENTE;RPL-P;;RPL-D;3;;BL-RPL-0
            """);
    take(
        "invoices",
        "rpl-f.csv",
        INVOICES
            + """
            RPL-F1;08/10/2026;CLI-RPL1;Client du rappel un;RPL-P;Tomme;60;900;19;BL-RPL-1
            RPL-F2;08/10/2026;CLI-RPL2;Client du rappel deux;RPL-P;Tomme;40;900;19;BL RPL 2
            RPL-F4;13/10/2026;CLI-RPL2;Client du rappel deux;RPL-P;Tomme;5;900;19;BL-RPL-4
            RPL-F5;15/10/2026;CLI-RPL3;Client du rappel trois;RPL-P;Tomme;7;900;19;
            RPL-F6;15/08/2026;CLI-RPL3;Client du rappel trois;RPL-P;Tomme;8;900;19;
            """);
  }

  private void recall(String lot) {
    long run =
        jobs.want(
            "recall-lot", Optional.of(LocalDate.parse(DATE)), Map.of("lot", lot), true, "test");
    ended(run);
  }

  private static ReportWorkbook book(String name) throws IOException {
    try (Stream<Path> files = Files.list(HUB.home().resolve("reports/recall-lot"))) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().startsWith("rappel-" + name))
              .findFirst()
              .orElseThrow();
      return ReportWorkbook.open(file);
    }
  }

  private static List<String> of(List<Map<String, String>> rows, String... columns) {
    return rows.stream()
        .map(row -> String.join(" ", Stream.of(columns).map(row::get).toList()))
        .toList();
  }

  @Test
  void theWorkbookTellsWhereEveryLotIs() throws IOException {
    recall("rpl lait");
    try (ReportWorkbook book = book("RPL-LAIT")) {
      assertThat(book.recalculated()).isGreaterThan(8);
      assertThat(book.figures("Synthèse"))
          .containsEntry("Fournisseur", "Laiterie du rappel")
          .containsEntry("Produit", "1300")
          .containsEntry("Consommé en production", "1300")
          .containsEntry("Non localisé", "0")
          .containsEntry("Lots concernés", "3")
          .containsEntry("dont encore en stock", "1")
          .containsEntry("dont le bilan ne tombe pas juste", "1")
          .containsEntry("Clients servis", "2")
          .containsEntry("dont sans client connu", "1");
      assertThat(
              of(
                  book.table("Généalogie"),
                  "Niveau",
                  "Lot",
                  "Produit",
                  "En stock",
                  "Expédié",
                  "Retourné",
                  "Non localisé"))
          .containsExactly(
              "0 RPL-LAIT 1300 0 0 0 0", "1 RPL-A 100 10 100 10 0", "1 RPL-B 50 0 48 0 2");
      assertThat(of(book.table("En stock"), "Lot", "Dépôt", "Quantité"))
          .containsExactly("RPL-A RPL D 10");
      assertThat(of(book.table("Expédié"), "Client", "Pièce", "Facture", "Lot", "Encore dehors"))
          .containsExactly(
              " BL-RPL-3  RPL-B 48",
              "Client du rappel deux BL-RPL-2 RPL-F2 RPL-A 40",
              "Client du rappel un BL-RPL-1 RPL-F1 RPL-A 50");
      assertThat(
              of(
                  book.table("Lot inconnu, période compatible"),
                  "Source",
                  "Lots possibles",
                  "Pièce",
                  "Facture",
                  "Client",
                  "Quantité"))
          .containsExactly(
              "Facture sans sortie RPL-A, RPL-B  RPL-F5 Client du rappel trois 7",
              "Sortie de stock RPL-A BL-RPL-4 RPL-F4 Client du rappel deux 5");
      assertThat(
              of(book.table("Amont"), "Lot", "Pièce de réception", "Autres lots de la réception"))
          .containsExactly("RPL-LAIT BR-RPL-1 RPL-AUTRE");
    }
  }

  @Test
  void aLotThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> recall("RPL-NULLE-PART"))
        .isInstanceOf(JobRefused.class)
        .hasMessage("UNKNOWN_VALUE lot = RPL-NULLE-PART");
    assertThatThrownBy(() -> jobs.want("recall-lot", Optional.empty(), Map.of(), false, "test"))
        .hasMessage("MISSING lot");
    assertThatThrownBy(
            () -> jobs.want("housekeeping", Optional.empty(), Map.of("lot", "1"), false, "test"))
        .hasMessage("NOT_ASKED lot");
  }
}
