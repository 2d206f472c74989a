package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names of files say of the documents in them. */
class NamedAfterTest {
  @ParameterizedTest
  @CsvSource({
    "achats nov csv,             PURCHASES",
    "factures fournisseurs xlsx, PURCHASES",
    "ventes et achats csv,",
    "avoirs novembre 2026 csv,   CREDIT_NOTES",
    "avoirs clients csv,         CREDIT_NOTES",
    "facture avoir 12 csv,       CREDIT_NOTES",
    "factures d avoir csv,       CREDIT_NOTES",
    "notes de credit csv,        CREDIT_NOTES",
    "factures et avoirs csv,",
    "avoirs et factures csv,",
    "octobre hors avoirs csv,",
    "ventes avoirs csv,",
    "avoir n 12 csv,             CREDIT_NOTES",
    "avoir fa26 0901 csv,        CREDIT_NOTES",
    "avoir facture csv,",
    "proforma csv,               OFFERS",
    "facture proforma 12 csv,    OFFERS",
    "devis nov csv,              OFFERS",
    "factures suivant devis csv,",
    "brouillon csv,              DRAFTS",
    "factures brouillon csv,     DRAFTS",
    "factures novembre csv,",
    "devise csv,",
  })
  void aNameSaysOneThingOrNothing(String name, NamedAfter what) {
    assertThat(Arrays.stream(NamedAfter.values()).filter(one -> one.is(name)).toList())
        .isEqualTo(what == null ? List.of() : List.of(what));
  }
}
