package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.Vocabulary.Words;

/** The words of stock movements (domain notes §5.1). */
final class StockWords {
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
              "entrée production | entrée de production | production entrée | entrée de fabrication | production in"
                  + " | production entry | manufacture"),
          new Words<>(
              StockMovement.Origin.PRODUCTION_OUT,
              "sortie production | sortie de production | production sortie | sortie de fabrication | consommation"
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

  /** Of Odoo's states « Prêt » and « En attente » are plans. */
  static final Vocabulary<StockMovement.State> MOVEMENT_STATUS =
      Vocabulary.of(
          new Words<>(
              StockMovement.State.DONE,
              "fait | faite | effectué | effectuée | réalisé | réalisée | exécuté | terminé | terminée"
                  + " | validé | validée | clôturé | clôturée | comptabilisé | done | posted"
                  + " | completed | validated"),
          new Words<>(
              StockMovement.State.PLANNED,
              "planifié | planifiée | prévu | prévue | brouillon | nouveau | en attente | en cours | prêt | prête"
                  + " | disponible | partiellement disponible | en attente de disponibilité"
                  + " | en attente d'un autre mouvement | en attente d'une autre opération | à faire"
                  + " | planned | draft | new | waiting | waiting availability"
                  + " | waiting another move | waiting another operation | confirmed | ready"
                  + " | available | assigned | partially available | partially_available"),
          new Words<>(
              StockMovement.State.CANCELLED, "annulé | annulée | cancel | cancelled | canceled"));

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

  private StockWords() {}
}
