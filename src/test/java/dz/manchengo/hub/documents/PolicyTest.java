package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static Feed feed(String line) {
    return FeedFile.parse(
        "un.invoices.yaml",
        "feed: un.invoices\ndocument: invoices\ndescription: Un flux avec sa politique\n" + line);
  }

  @ParameterizedTest
  @CsvSource({
    "per-document, 100, 100, false",
    "whole-file, 1, 100000, true",
    "whole-file, 0, 100000, false",
    "{max-errors: 5%}, 5, 100, false",
    "{max-errors: 5%}, 6, 100, true",
    "'{max-errors: \"2,5 %\"}', 25, 1000, false",
    "{max-errors: 2.5%}, 26, 1000, true",
    "{max-errors: 0%}, 1, 2000000, true",
    "{max-errors: 99%}, 2000000, 2000000, true",
  })
  void refusedRowsBeyondTheShareRefuseTheFile(
      String policy, int refused, int rows, boolean exceeded) {
    assertThat(feed("policy: " + policy).policy().isExceeded(refused, rows)).isEqualTo(exceeded);
  }

  @Test
  void aFeedThatSaysNothingRefusesNoNeighbourAndRevises() {
    Feed silent = feed("");

    assertThat(silent.policy()).isEqualTo(Policy.PER_DOCUMENT);
    assertThat(silent.apply(revision())).isEqualTo(revision());
  }

  @Test
  void aFeedMayRefuseEveryRevisionAndSaysWhy() {
    Finding refused =
        Objects.requireNonNull(
            feed("on-change: refuse\nseverities: {INV-005: \"OFF\"}").apply(revision()));

    assertThat(refused.severity()).isEqualTo(Severity.REJECT_DOC);
    assertThat(Hints.sentence(refused, Locale.FRENCH))
        .isEqualTo(
            "Facture F-1 : révision 2 (date) ; précédente : fichier a.csv ; refusé : ce flux ne"
                + " modifie rien de ce qui est déjà chargé");
  }

  private static Finding revision() {
    return RuleBook.finding(
        "INV-005",
        Place.row("", 2),
        "F-1",
        "no",
        "F-1",
        "rev",
        2,
        "diff",
        "date",
        "origin",
        "fichier a.csv");
  }
}
