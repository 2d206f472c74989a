package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.documents.Vocabulary.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnumerationsTest {

  @ParameterizedTest
  @CsvSource({
    "espèces, ESPECES",
    "Espece, ESPECES",
    "ESPECES, ESPECES",
    "cash, ESPECES",
    "Liquide, ESPECES",
    "LIQ, ESPECES",
    "نقدا, ESPECES",
    "نقداً, ESPECES",
    "chèque, CHEQUE",
    "chq, CHEQUE",
    "CHQ, CHEQUE",
    "check, CHEQUE",
    "virement, VIREMENT",
    "VRT, VIREMENT",
    "VIR, VIREMENT",
    "transfer, VIREMENT",
    "CB, CARTE",
    "carte, CARTE",
    "CIB, CARTE",
    "Edahabia, CARTE",
    "TPE, CARTE",
    "traite, TRAITE",
    "LCR, TRAITE",
    "effet, TRAITE",
    "à terme, AUTRE",
    "compensation, AUTRE",
    "' Comptant ', COMPTANT",
    "au comptant, COMPTANT",
    "Chèque n° 0012345, CHEQUE",
    "Virement BNA, VIREMENT",
    "A terme 30 jours, AUTRE",
    "Espèces (caisse 2), ESPECES",
    "30 jours, AUTRE",
    "60 Jours, AUTRE",
    "60j, AUTRE",
    "à 30 jours fin de mois, AUTRE",
    "30 j FDM, AUTRE",
    "Crédit, AUTRE",
    "En compte, AUTRE",
    "CCP, VIREMENT",
    "Virement CCP, VIREMENT",
    "Traite 60 jours, TRAITE",
    "Chèque CCP, CHEQUE",
    "Carte de crédit, CARTE",
    "Chèque à 30 jours, CHEQUE",
    "30 jours par chèque, CHEQUE",
    "Comptant (espèces), ESPECES",
    "Mixte, COMPTANT",
    "Versement, COMPTANT",
    "Versement bancaire, COMPTANT",
    "Versement en espèces, ESPECES"
  })
  void readsThePaymentMethod(String word, PaymentMethod method) {
    assertThat(Enumerations.PAYMENT_METHOD.read(word)).isEqualTo(method);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Espèces et chèque",
        "30 jours espèces ou chèque",
        "Chèque/virement",
        "30 jonquilles"
      })
  void twoPaymentMethodsAreNone(String words) {
    assertThat(Enumerations.PAYMENT_METHOD.read(words)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Facture, INVOICE",
    "FA, INVOICE",
    "F, INVOICE",
    "out_invoice, INVOICE",
    "380, INVOICE",
    "avoir, CREDIT_NOTE",
    "AV, CREDIT_NOTE",
    "A, CREDIT_NOTE",
    "credit note, CREDIT_NOTE",
    "Note de crédit, CREDIT_NOTE",
    "out_refund, CREDIT_NOTE",
    "381, CREDIT_NOTE",
    "Customer Invoice, INVOICE",
    "FV, INVOICE",
    "Facture standard, INVOICE",
    "Facture de situation, INVOICE",
    "Avoir financier, CREDIT_NOTE",
    "Customer Credit Note, CREDIT_NOTE",
    "AVO, CREDIT_NOTE",
    "récapitulative, RECAP",
    "acompte, DEPOSIT"
  })
  void readsTheKind(String word, Invoice.Kind kind) {
    assertThat(Enumerations.KIND.read(word)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "brouillon, DRAFT",
    "draft, DRAFT",
    "validée, VALIDATED",
    "ÉMISE, VALIDATED",
    "posted, VALIDATED",
    "open, VALIDATED",
    "ouverte, VALIDATED",
    "impayée, VALIDATED",
    "En attente de paiement, VALIDATED",
    "not paid, VALIDATED",
    "not_paid, VALIDATED",
    "partiellement payée, PARTIALLY_PAID",
    "partial, PARTIALLY_PAID",
    "payée, PAID",
    "réglée, PAID",
    "soldée, PAID",
    "paid, PAID",
    "annulée, CANCELLED",
    "cancel, CANCELLED",
    "cancelled, CANCELLED",
    "Brouillon, DRAFT",
    "Proforma, DRAFT",
    "À valider, DRAFT",
    "Comptabilisée, VALIDATED",
    "Comptabilisé, VALIDATED",
    "Envoyée, VALIDATED",
    "Confirmée, VALIDATED",
    "En attente, VALIDATED",
    "Done, VALIDATED",
    "Posted, VALIDATED",
    "in_payment, VALIDATED",
    "Validée (doit être payée), VALIDATED",
    "Partiellement réglée, PARTIALLY_PAID",
    "Payée (partiellement), PARTIALLY_PAID",
    "Règlement commencé, PARTIALLY_PAID",
    "Abandonnée, CANCELLED"
  })
  void readsTheStatus(String word, Invoice.Status status) {
    assertThat(Enumerations.STATUS.read(word)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "oui, true",
    "non, false",
    "o, true",
    "N, false",
    "x, true",
    "1, true",
    "0, false",
    "VRAI, true",
    "FAUX, false"
  })
  void readsYesAndNo(String word, boolean answer) {
    assertThat(Enumerations.YES_NO.read(word)).isEqualTo(answer);
  }

  @ParameterizedTest
  @EnumSource
  void takesItsOwnNamesOfMethods(PaymentMethod method) {
    assertThat(Enumerations.PAYMENT_METHOD.read(method.name())).isEqualTo(method);
  }

  @ParameterizedTest
  @EnumSource
  void takesItsOwnNamesOfKinds(Invoice.Kind kind) {
    assertThat(Enumerations.KIND.read(kind.name())).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void takesItsOwnNamesOfStates(Invoice.Status status) {
    assertThat(Enumerations.STATUS.read(status.name())).isEqualTo(status);
  }

  @Test
  void saysWhatWouldHaveBeenAllowed() {
    assertThat(Enumerations.PAYMENT_METHOD.read("troc")).isNull();
    assertThat(Enumerations.KIND.read("GROSSISTE")).isNull();
    assertThat(Enumerations.STATUS.read("")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void theWordsThatItAsksForAreUnderstoodInBothLanguages(String language) {
    assertUnderstood(Enumerations.PAYMENT_METHOD, language);
    assertUnderstood(Enumerations.KIND, language);
    assertUnderstood(Enumerations.STATUS, language);
    assertUnderstood(Enumerations.YES_NO, language);
  }

  private static <T> void assertUnderstood(Vocabulary<T> vocabulary, String language) {
    assertThat(vocabulary.values())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            value ->
                assertThat(
                        vocabulary.read(
                            RuleBook.worded(
                                Enumerations.asked(value), Locale.forLanguageTag(language))))
                    .isEqualTo(value));
  }

  @Test
  void aWordMeansOneThing() {
    Words<Integer> one = new Words<>(1, "un | a");
    Words<Integer> two = new Words<>(2, "deux | À");
    assertThatThrownBy(() -> Vocabulary.of(one, two)).hasMessageContaining("À");
  }
}
