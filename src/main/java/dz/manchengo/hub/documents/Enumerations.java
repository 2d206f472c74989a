package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import dz.manchengo.hub.documents.Vocabulary.Words;
import java.util.Locale;
import java.util.Set;

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
                  PaymentMethod.TRAITE,
                  "traite | lcr | effet | effet de commerce | bill of exchange"),
              new Words<>(
                  PaymentMethod.COMPTANT,
                  "comptant | au comptant | paiement comptant | payé comptant | payment at once"),
              new Words<>(PaymentMethod.AUTRE, "autre | à terme | compensation | other"))
          .withMore();

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
                  + " | impayée | impayé | non payée | non payées | non payé | en attente de paiement | not paid | unpaid"),
          new Words<>(
              Invoice.Status.PARTIALLY_PAID,
              "partiellement payée | partiellement payées | partiellement réglées | partiellement payé | partiellement réglée | partial"
                  + " | partially paid"),
          new Words<>(
              Invoice.Status.PAID,
              "payée | payées | payé | réglée | réglé | soldée | soldé | paid"),
          new Words<>(Invoice.Status.CANCELLED, "annulée | annulé | cancel | cancelled | canceled"),
          new Words<>(Invoice.Status.ON_HOLD, "bloquée | bloqué | on hold"));

  /** What the amounts of a document are in. */
  static final Vocabulary<Feed.MoneyUnit> MONEY_UNIT =
      Vocabulary.of(
          "reason.words.money-unit",
          new Words<>(Feed.MoneyUnit.DA, "da | dzd | dinar | dinars"),
          new Words<>(Feed.MoneyUnit.CENTIME, "centime | centimes"));

  static final Vocabulary<StockMovement.Direction> MOVEMENT_DIRECTION =
      Vocabulary.of(
          new Words<>(StockMovement.Direction.IN, "entrée | entrées | entrant | in | e"),
          new Words<>(StockMovement.Direction.OUT, "sortie | sorties | sortant | out | s"));

  /** The words of the ERP, of Odoo and of people here (domain notes §5.1). */
  static final Vocabulary<StockMovement.Origin> MOVEMENT_ORIGIN =
      Vocabulary.of(
          new Words<>(
              StockMovement.Origin.OPENING,
              "stock initial | ouverture | à nouveau | report à nouveau | stock d'ouverture"
                  + " | opening | opening stock"),
          new Words<>(
              StockMovement.Origin.RECEPTION,
              "réception | réceptions | réception fournisseur | réception mp | bon de réception"
                  + " | achat | entrée achat | receipt | receipts | purchase receipt | incoming"),
          new Words<>(
              StockMovement.Origin.PRODUCTION_IN,
              "entrée production | entrée de production | entrée de fabrication | production in"
                  + " | production entry | manufacture"),
          new Words<>(
              StockMovement.Origin.PRODUCTION_OUT,
              "sortie production | sortie de production | sortie de fabrication | consommation"
                  + " | consommation production | production out | consumption | material issue"),
          new Words<>(
              StockMovement.Origin.VENTE,
              "vente | ventes | sortie vente | livraison | livraison client | bon de livraison"
                  + " | expédition | bl | sale | sales | delivery | delivery order"
                  + " | delivery orders | delivery note | outgoing"),
          new Words<>(
              StockMovement.Origin.RETOUR_CLIENT,
              "retour client | retour de client | retour vente | customer return | sales return"),
          new Words<>(
              StockMovement.Origin.RETOUR_FOURNISSEUR,
              "retour fournisseur | retour au fournisseur | retour achat | supplier return"
                  + " | purchase return"),
          new Words<>(
              StockMovement.Origin.TRANSFER,
              "transfert | transferts | transfert de dépôt | transfert interne | bon de transfert"
                  + " | virement de dépôt | transfer | internal | internal transfer"
                  + " | internal transfers | stock transfer"),
          new Words<>(
              StockMovement.Origin.PERTE,
              "perte | pertes | casse | rebut | rebuts | mise au rebut | destruction | freinte"
                  + " | scrap | loss"),
          new Words<>(
              StockMovement.Origin.INVENTAIRE,
              "inventaire | ajustement | ajustement d'inventaire | écart d'inventaire"
                  + " | régularisation | régularisation de stock | inventory | adjustment"
                  + " | inventory adjustment | stock reconciliation | physical inventory"),
          new Words<>(
              StockMovement.Origin.REVERSAL,
              "annulation | contrepassation | extourne | annulation production | reversal"
                  + " | production cancel | cancellation"));

  static final Vocabulary<StockMovement.Reason> STOCK_REASON =
      Vocabulary.of(
          new Words<>(
              StockMovement.Reason.DLC_EXPIRED,
              "DLC dépassée | périmé | périmés | péremption | DLC_EXPIRED | expired"),
          new Words<>(
              StockMovement.Reason.QUALITY_DEFECT,
              "défaut qualité | défaut de qualité | non conforme | non-conformité | QUALITY_DEFECT"),
          new Words<>(
              StockMovement.Reason.DAMAGE, "casse | cassé | avarie | endommagé | DAMAGE | damaged"),
          new Words<>(StockMovement.Reason.CONTAMINATION, "contamination | contaminé"),
          new Words<>(
              StockMovement.Reason.INVENTORY_ADJUSTMENT,
              "ajustement d'inventaire | ajustement | inventaire | INVENTORY_ADJUSTMENT"),
          new Words<>(StockMovement.Reason.COUNT_ERROR, "erreur de comptage | COUNT_ERROR"),
          new Words<>(StockMovement.Reason.UNIT_ERROR, "erreur d'unité | UNIT_ERROR"),
          new Words<>(
              StockMovement.Reason.UNRECORDED_EXIT,
              "sortie non enregistrée | sortie non saisie | UNRECORDED_EXIT"),
          new Words<>(
              StockMovement.Reason.UNRECORDED_ENTRY,
              "entrée non enregistrée | entrée non saisie | UNRECORDED_ENTRY"),
          new Words<>(
              StockMovement.Reason.WEIGHT_LOSS,
              "freinte | freinte d'affinage | perte de poids | WEIGHT_LOSS"),
          new Words<>(
              StockMovement.Reason.SAMPLE, "échantillon | échantillons | prélèvement | SAMPLE"),
          new Words<>(StockMovement.Reason.THEFT_SUSPECTED, "vol | vol présumé | THEFT_SUSPECTED"),
          new Words<>(
              StockMovement.Reason.LABEL_SWAP,
              "inversion d'étiquettes | inversion d'étiquette | erreur de lot | LABEL_SWAP"),
          new Words<>(StockMovement.Reason.OTHER, "autre | autres | divers | OTHER"));

  static final Vocabulary<Batch.Status> BATCH_STATUS =
      Vocabulary.of(
          new Words<>(
              Batch.Status.PLANNED,
              "planifié | planifiée | prévu | prévue | brouillon | à faire | planned | draft | confirmed"),
          new Words<>(
              Batch.Status.IN_PROGRESS,
              "en cours | en fabrication | lancé | lancée | démarré | in progress | progress | started"),
          new Words<>(Batch.Status.RIPENING, "affinage | en affinage | en cave | ripening"),
          new Words<>(
              Batch.Status.COMPLETED,
              "terminé | terminée | fini | finie | clôturé | clôturée | achevé | fabriqué"
                  + " | completed | complete | done | finished | closed"),
          new Words<>(Batch.Status.CANCELLED, "annulé | annulée | cancelled | canceled | cancel"));

  static final Vocabulary<Batch.Quality> QUALITY =
      Vocabulary.of(
          new Words<>(
              Batch.Quality.OK,
              "conforme | ok | c | bon | bonne | accepté | acceptée | libéré | pass | passed"
                  + " | approved"),
          new Words<>(
              Batch.Quality.DEFAUT_MINEUR,
              "défaut mineur | mineur | DEFAUT_MINEUR | sous réserve | minor | minor defect"),
          new Words<>(
              Batch.Quality.DEFAUT_MAJEUR,
              "défaut majeur | majeur | DEFAUT_MAJEUR | non conforme | nc | refusé | refusée"
                  + " | rejeté | rejetée | bloqué | bloquée | major | major defect | fail | failed"
                  + " | rejected"));

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
                  + " | sales order | bon de commande | confirmed | validated | in progress"),
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
                  + " | néant | sans tva | hors champ"));

  static final Vocabulary<Boolean> YES_NO =
      Vocabulary.of(
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
          "administration");

  /** Whether that tells of a customer what he is (domain notes §7.3, « Type »). */
  static boolean isKindOfCustomer(String text) {
    return KINDS_OF_CUSTOMERS.contains(HeaderName.normalise(text));
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
      case "PRODUCTION" -> BATCH_STATUS;
      case "ORDER" -> ORDER_STATUS;
      default -> STATUS;
    };
  }
}
