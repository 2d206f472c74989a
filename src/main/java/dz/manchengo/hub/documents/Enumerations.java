package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.documents.Vocabulary.Words;
import java.util.Locale;

/** The closed lists of documents in the words of people and programs (domain notes §7.3). */
public final class Enumerations {

  /** {@code comptant} is paid at once, not always in cash: no stamp duty follows from it. */
  static final Vocabulary<PaymentMethod> PAYMENT_METHOD =
      Vocabulary.of(
          new Words<>(
              PaymentMethod.ESPECES,
              "espèces | espèce | en espèces | cash | liquide | liq | esp | نقدا"),
          new Words<>(
              PaymentMethod.CHEQUE,
              "chèque | chèques | par chèque | chèque bancaire | chq | check"),
          new Words<>(
              PaymentMethod.VIREMENT,
              "virement | virement bancaire | par virement | vir | transfer | bank transfer"
                  + " | wire transfer"),
          new Words<>(
              PaymentMethod.CARTE,
              "carte | carte bancaire | par carte | cb | cib | edahabia | tpe | card"),
          new Words<>(
              PaymentMethod.TRAITE, "traite | lcr | effet | effet de commerce | bill of exchange"),
          new Words<>(
              PaymentMethod.COMPTANT,
              "comptant | au comptant | paiement comptant | payé comptant | payment at once"),
          new Words<>(PaymentMethod.AUTRE, "autre | à terme | compensation | other"));

  /** 380, 381 and 386 are UN/EDIFACT 1001; 6 and 7 are the invoices of Sage. */
  static final Vocabulary<Invoice.Kind> KIND =
      Vocabulary.of(
          new Words<>(
              Invoice.Kind.INVOICE,
              "facture | fa | f | invoice | out_invoice | in_invoice | 380 | 6 | 7"),
          new Words<>(
              Invoice.Kind.CREDIT_NOTE,
              "avoir | av | a | facture d'avoir | note de crédit | credit note | out_refund"
                  + " | in_refund | 381"),
          new Words<>(
              Invoice.Kind.RECAP,
              "récapitulative | récap | facture récapitulative | summary invoice"),
          new Words<>(
              Invoice.Kind.DEPOSIT, "acompte | facture d'acompte | deposit | down payment | 386"));

  static final Vocabulary<Invoice.Status> STATUS =
      Vocabulary.of(
          new Words<>(Invoice.Status.DRAFT, "brouillon | draft"),
          new Words<>(
              Invoice.Status.VALIDATED,
              "validée | validé | validated | émise | émis | posted | open | ouverte | ouvert"
                  + " | impayée | impayé | non payée | en attente de paiement | not paid | unpaid"),
          new Words<>(
              Invoice.Status.PARTIALLY_PAID,
              "partiellement payée | partiellement payé | partiellement réglée | partial"
                  + " | partially paid"),
          new Words<>(Invoice.Status.PAID, "payée | payé | réglée | réglé | soldée | soldé | paid"),
          new Words<>(Invoice.Status.CANCELLED, "annulée | annulé | cancel | cancelled | canceled"),
          new Words<>(Invoice.Status.ON_HOLD, "bloquée | bloqué | on hold"));

  static final Vocabulary<Boolean> YES_NO =
      Vocabulary.of(
          new Words<>(true, "oui | o | x | 1 | vrai | yes | y | true"),
          new Words<>(false, "non | n | 0 | faux | no | false"));

  private Enumerations() {}

  /** The phrase of {@code reasons.tsv} that names a word of these lists in a sentence. */
  public static String reason(Enum<?> word) {
    return "reason.word." + word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word to ask for where a file may give any of them (FMT-014). */
  static String asked(Object value) {
    return value instanceof Enum<?> word
        ? "{" + reason(word) + "}"
        : value.equals(true) ? "{reason.read.yes}" : "{reason.read.no}";
  }
}
