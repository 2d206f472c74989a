package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.documents.Vocabulary.Words;
import java.util.Locale;

/** The closed lists of documents in the words of people and programs (domain notes §7.3). */
public final class Enumerations {

  /** {@code comptant} is paid at once, not always in cash: no stamp duty follows from it. */
  static final Vocabulary<PaymentMethod> PAYMENT_METHOD =
      Vocabulary.of(
          "reason.words.payment-method",
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
              "comptant | au comptant | paiement comptant | payé comptant | paid at once"),
          new Words<>(PaymentMethod.AUTRE, "autre | à terme | compensation | other"));

  /** 380, 381 and 386 are UN/EDIFACT 1001; 6 and 7 are the invoices of Sage. */
  static final Vocabulary<Invoice.Kind> KIND =
      Vocabulary.of(
          "reason.words.kind",
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
          "reason.words.status",
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
          "reason.words.yes-no",
          new Words<>(true, "oui | o | x | 1 | vrai | yes | y | true"),
          new Words<>(false, "non | n | 0 | faux | no | false"));

  /** Of master records; {@code bloqué} is what programs call a record that was set aside. */
  static final Vocabulary<Boolean> ACTIVE =
      Vocabulary.of(
          "reason.words.active",
          new Words<>(
              true, "oui | o | x | 1 | vrai | yes | y | true | actif | active | en service"),
          new Words<>(
              false,
              "non | n | 0 | faux | no | false | inactif | inactive | bloqué | bloquée | en sommeil"
                  + " | archivé | archivée"));

  static final Vocabulary<Boolean> LOT_TRACKED =
      Vocabulary.of(
          "reason.words.yes-no",
          new Words<>(
              true, "oui | o | x | 1 | vrai | yes | y | true | lot | lots | par lot | by lots"),
          new Words<>(
              false, "non | n | 0 | faux | no | false | aucun | sans | none | no tracking"));

  static final Vocabulary<String> PRODUCT_TYPE =
      Vocabulary.of(
          "reason.words.product-type",
          new Words<>("MP", "MP | matière première | matières premières | matière | raw material"),
          new Words<>("EMB", "EMB | emballage | emballages | packaging"),
          new Words<>("CONS", "CONS | consommable | consommables | fourniture | consumable"),
          new Words<>("SF", "SF | semi-fini | produit semi-fini | semi-finished"),
          new Words<>(
              "PF", "PF | produit fini | produits finis | marchandise | finished product | goods"));

  static final Vocabulary<String> ABC_CLASS =
      Vocabulary.of(
          "reason.words.abc", new Words<>("A", "A"), new Words<>("B", "B"), new Words<>("C", "C"));

  /** 0 and 1 are the types of Sage; the kinds of customers are those of table party. */
  static final Vocabulary<String> PARTY_ROLE =
      Vocabulary.of(
          "reason.words.party-role",
          new Words<>("CLIENT", "client | clients | cli | c | customer | 0"),
          new Words<>(
              "FOURNISSEUR", "fournisseur | fournisseurs | four | f | supplier | vendor | 1"),
          new Words<>(
              "CLIENT_FOURNISSEUR",
              "client et fournisseur | client/fournisseur | les deux | c/f | both"),
          new Words<>("DISTRIBUTEUR", "distributeur"),
          new Words<>("GROSSISTE", "grossiste"),
          new Words<>("SUPERETTE", "supérette"),
          new Words<>("FAST_FOOD", "fast food | fast-food"));

  private Enumerations() {}

  /** The phrase of {@code reasons.tsv} that names a word of these lists in a sentence. */
  public static String reason(Enum<?> word) {
    return "reason.word." + word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
