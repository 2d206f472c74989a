package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.documents.Vocabulary.Words;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The closed lists of documents in the words of people and programs (domain notes §7.3). */
public final class Enumerations {

  /** How long the customer may take, folded: {@code a 30 jours fin de mois}, {@code 30 j fdm}. */
  private static final Pattern TERM =
      Pattern.compile("(?:(?:a|sous|net) +)?\\d{1,3} *(?:j|jr|jrs|jour|jours|day|days)\\b");

  /**
   * {@code comptant} is paid at once, not always in cash: no stamp duty follows from it. A {@code
   * versement} is often cash handed to the bank, and {@code mixte} partly cash, so both are read as
   * that: a stamp beside them is neither asked for nor called odd. Terms say when and not how.
   */
  static final Vocabulary<PaymentMethod> PAYMENT_METHOD =
      Vocabulary.of(
              new Words<>(
                  PaymentMethod.ESPECES,
                  "espèces | espèce | en espèces | cash | liquide | liq | esp | caisse | par caisse | نقدا"),
              new Words<>(
                  PaymentMethod.CHEQUE,
                  "chèque | chèques | par chèque | chèque bancaire | chèque ccp | chq | check"),
              new Words<>(
                  PaymentMethod.VIREMENT,
                  "virement | virement bancaire | par virement | vir | virt | virmt | transfer | bank transfer"
                      + " | wire transfer | vrt | ccp | baridimob | baridi mob | virement ccp | virement baridimob"),
              new Words<>(
                  PaymentMethod.CARTE,
                  "carte | carte bancaire | par carte | cb | cib | edahabia | dahabia | carte edahabia | carte dahabia | carte cib | tpe | card"),
              new Words<>(
                  PaymentMethod.TRAITE,
                  "traite | lcr | effet | effet de commerce | bill of exchange"),
              new Words<>(
                  PaymentMethod.COMPTANT,
                  "comptant | au comptant | paiement comptant | payé comptant | payment at once"
                      + " | versement | mixte | mixed"),
              new Words<>(
                  PaymentMethod.AUTRE,
                  "autre | à terme | crédit | à crédit | en compte | on account | fin de mois | à réception"
                      + " | à réception de facture | non réglée | non réglé"
                      + " | à échéance | compensation | other"))
          .withMore()
          .yielding(Set.of(PaymentMethod.COMPTANT, PaymentMethod.AUTRE))
          .withShape(TERM, PaymentMethod.AUTRE);

  /** 380, 381 and 386 are UN/EDIFACT 1001; 6 and 7 are the invoices of Sage. */
  static final Vocabulary<Invoice.Kind> KIND =
      Vocabulary.of(
          new Words<>(
              Invoice.Kind.INVOICE,
              "facture | fa | fac | fact | fc | ft | fv | f | facture comptant"
                  + " | facture au comptant | facture à terme | vente | ventes | facture de vente"
                  + " | facture client | facture standard | facture de remplacement | facture de situation"
                  + " | facture simple | facture normale | facture comptabilisée | facture validée | invoice | standard invoice | customer invoice | sale | out_invoice | in_invoice | 380 | 6 | 7"),
          new Words<>(
              Invoice.Kind.CREDIT_NOTE,
              "avoir | avoirs | avoir comptabilisé | facture d'avoir comptabilisée | facture de retour | facture de retour comptabilisée | av | avo | a | nc | facture d'avoir | facture avoir | avoir client"
                  + " | avoir fournisseur | avoir financier | retour | retour client | retour fournisseur"
                  + " | note de crédit | credit note | credit memo | customer credit note | out_refund | in_refund | 381"),
          new Words<>(
              Invoice.Kind.RECAP,
              "récapitulative | récap | facture récapitulative | summary invoice"),
          new Words<>(
              Invoice.Kind.DEPOSIT, "acompte | facture d'acompte | deposit | down payment | 386"));

  /**
   * In the words of people, Odoo (draft, posted, cancel; not_paid, in_payment, reversed) and
   * Dolibarr, whose « Abandonnée » is cancelled. An offer is as much of an invoice as a draft is.
   */
  static final Vocabulary<Invoice.Status> STATUS =
      Vocabulary.of(
          new Words<>(
              Invoice.Status.DRAFT,
              "brouillon | brouillons | draft | provisoire | proforma | facture proforma | devis | quotation"
                  + " | quote | non validée | non validé | à valider | en attente de validation | en cours de saisie"
                  + " | en préparation | not validated | to validate"),
          new Words<>(
              Invoice.Status.VALIDATED,
              "validée | validé | validées | validated | émise | émis | émises | posted | open | ouverte | ouvert"
                  + " | impayée | impayé | impayées | non payée | non payées | non payé | not paid | unpaid"
                  + " | non réglée | non réglé | non réglées | en attente | en attente de paiement"
                  + " | en attente de règlement | pending | validée (doit être payée) | validée (à payer) | à payer"
                  + " | à régler | à encaisser | to pay | comptabilisée | comptabilisé | comptabilisées"
                  + " | envoyée | envoyé | envoyées | sent | confirmée | confirmé | confirmed | done | terminée"
                  + " | terminé | définitive | définitif | final | enregistrée | enregistré | échue | en retard"
                  + " | overdue | en paiement | en cours de paiement | in payment | extournée | extourné"
                  + " | reversed | clôturée | clôturé | closed"),
          new Words<>(
              Invoice.Status.PARTIALLY_PAID,
              "partiellement payée | partiellement payées | partiellement payé | partiellement réglée"
                  + " | partiellement réglées | partiellement réglé | partiellement encaissée | payée partiellement"
                  + " | réglée partiellement | réglée en partie | payée en partie | règlement partiel"
                  + " | paiement partiel | règlement commencé | fermée (payée partiellement) | partial"
                  + " | partially paid"),
          new Words<>(
              Invoice.Status.PAID,
              "payée | payées | payé | réglée | réglées | réglé | soldée | soldées | soldé | acquittée | acquitté"
                  + " | encaissée | encaissé | lettrée | lettré | totalement payée | entièrement payée | paid"
                  + " | fully paid"),
          new Words<>(
              Invoice.Status.CANCELLED,
              "annulée | annulé | annulées | abandonnée | abandonné | fermée (impayée) | supprimée | cancel"
                  + " | cancelled | canceled | void | voided"),
          new Words<>(
              Invoice.Status.ON_HOLD,
              "bloquée | bloqué | en litige | litige | contestée | on hold | disputed"));

  private static final Set<String> WAITING = Set.of("en attente", "pending");

  /** Whether a word for the status does not say what the invoice waits for (FMT-030). */
  static boolean isWaiting(String text) {
    return WAITING.contains(HeaderName.normalise(text));
  }

  /** What the amounts of a document are in. */
  static final Vocabulary<Feed.MoneyUnit> MONEY_UNIT =
      Vocabulary.of(
          "reason.words.money-unit",
          new Words<>(Feed.MoneyUnit.DA, "da | dzd | dinar | dinars"),
          new Words<>(Feed.MoneyUnit.CENTIME, "centime | centimes"));

  /**
   * Dolibarr's « à facturer » is delivered; Odoo's sent offer binds nobody yet, its done order is
   * closed. « Devis » is missing: an offer is no order (§3.2).
   */
  static final Vocabulary<Order.Status> ORDER_STATUS =
      Vocabulary.of(
          new Words<>(
              Order.Status.DRAFT,
              "brouillon | en attente | en attente de validation | draft | sent | pending"),
          new Words<>(
              Order.Status.CONFIRMED,
              "confirmée | confirmé | validée | validé | en cours | en cours de traitement | sale"
                  + " | sales order | bon de commande | confirmed | validated | in progress | 1"),
          new Words<>(
              Order.Status.PARTIALLY_DELIVERED,
              "expédiée partiellement | partiellement expédiée | livrée partiellement"
                  + " | partiellement livrée | partiellement livré | partially delivered"
                  + " | partially shipped"),
          new Words<>(
              Order.Status.DELIVERED,
              "livrée | livré | expédiée | expédié | traitée | traité | à facturer | clôturée"
                  + " | clôturé | done | delivered | shipped | to invoice | to bill | closed"),
          new Words<>(
              Order.Status.INVOICED, "facturée | facturé | invoiced | billed | fully invoiced"),
          new Words<>(Order.Status.CANCELLED, "annulée | annulé | cancel | cancelled | canceled"));

  /** What stands for a rate or an amount of VAT where there is none. */
  static final Vocabulary<Boolean> VAT_EXEMPT =
      Vocabulary.of(
          new Words<>(
              true,
              "exonéré | exonérée | exo | exempt | exempté | exemptée | exonération | en exonération"
                  + " | franchise | en franchise | achat en franchise | non assujetti | non taxable"
                  + " | néant | sans tva | hors champ | exon | non soumis | non soumise"));

  static final Vocabulary<Boolean> YES_NO =
      Vocabulary.of(
          new Words<>(true, "oui | o | x | 1 | vrai | yes | y | true"),
          new Words<>(false, "non | n | 0 | faux | no | false"));

  private Enumerations() {}

  private static final Set<String> KINDS_OF_CUSTOMERS =
      Set.of(
          "distributeur",
          "grossiste",
          "detaillant",
          "superette",
          "supermarche",
          "epicerie",
          "fast food",
          "restaurant",
          "particulier",
          "autre",
          "client",
          "societe",
          "administration",
          "gros",
          "demi gros",
          "detail",
          "marchandise",
          "marchandises",
          "produit",
          "produits",
          "service",
          "services",
          "prestation",
          "prestations",
          "emballage",
          "emballages",
          "matiere premiere",
          "matieres premieres",
          "consommable",
          "consommables",
          "fourniture",
          "fournitures",
          "immobilisation",
          "achat local",
          "achats locaux",
          "local",
          "locale",
          "import",
          "importation",
          "export");

  /** « Vente de fromage », « Produits finis », « Matières premières importées ». */
  private static final Pattern KIND_OF_GOODS =
      Pattern.compile(
          "(?:ventes?|achats?|produits?|marchandises?|matieres?|fournitures?|prestations?|services?|emballages?"
              + "|consommables?) .+");

  /** What a paper may be that is no plain invoice: such words are never passed over. */
  private static final Pattern OTHER_PAPER =
      Pattern.compile(
          ".*(?:avoir|retour|note|credit|annul|rectif|rembours|acompte|avance|remise|ristourne|proforma|devis).*");

  /** Whether that tells what a customer or what was sold is (domain notes §7.3, « Type »). */
  static boolean isKindOfCustomer(String text) {
    String words = HeaderName.normalise(text);
    return KINDS_OF_CUSTOMERS.contains(words)
        || (KIND_OF_GOODS.matcher(words).matches() && !OTHER_PAPER.matcher(words).matches());
  }

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

  /** How far a document of that scope is. */
  static Vocabulary<?> status(String scope) {
    return switch (scope) {
      case "PRODUCTION" -> BatchWords.BATCH_STATUS;
      case "ORDER" -> ORDER_STATUS;
      case "MOVEMENT" -> StockWords.MOVEMENT_STATUS;
      default -> STATUS;
    };
  }
}
