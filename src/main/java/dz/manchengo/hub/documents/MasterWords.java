package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.Vocabulary.Words;

/** The words of lists of products and parties. */
final class MasterWords {
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
      yesNo("lot | lots | par lot | by lots", "aucun | sans | none | no tracking");

  /** Pieces of which each weighs something else, so that both are counted. */
  static final Vocabulary<Boolean> CATCH_WEIGHT = yesNo("variable", "fixe | fixed");

  static final Vocabulary<Boolean> PERISHABLE = yesNo("périssable | perishable", "non périssable");

  static final Vocabulary<String> PRODUCT_TYPE =
      Vocabulary.of(
          "reason.words.product-type",
          new Words<>("MP", "MP | matière première | matières premières | matière | raw material"),
          new Words<>("EMB", "EMB | emballage | emballages | packaging"),
          new Words<>("CONS", "CONS | consommable | consommables | fourniture | consumable"),
          new Words<>(
              "IMMO", "IMMO | immobilisation | immobilisations | investissement | fixed asset"),
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

  private MasterWords() {}

  private static Vocabulary<Boolean> yesNo(String alsoYes, String alsoNo) {
    return Vocabulary.of(
        "reason.words.yes-no",
        new Words<>(true, "oui | o | x | 1 | vrai | yes | y | true | " + alsoYes),
        new Words<>(false, "non | n | 0 | faux | no | false | " + alsoNo));
  }
}
