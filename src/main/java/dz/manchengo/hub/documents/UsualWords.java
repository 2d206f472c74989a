package dz.manchengo.hub.documents;

import java.util.Set;

/**
 * Headers that lists of sales usually have, that no document needs, and that are a slip of the pen
 * away from one it does: « Devis » is no « Devise », « Compte » no « Acompte ». They mean what they
 * mean, or nothing (FIL-005).
 */
final class UsualWords {
  private static final Set<String> ALL =
      Set.of(
          "agence",
          "agent",
          "caisse",
          "commune",
          "communes",
          "compte",
          "comptes",
          "compte general",
          "compte collectif",
          "depot",
          "depots",
          "devis",
          "exercice",
          "famille",
          "lettrage",
          "livreur",
          "marque",
          "marge",
          "no devis",
          "periode",
          "poste",
          "prestataire",
          "rayon",
          "recu",
          "region",
          "reste",
          "secteur",
          "serie",
          "solde",
          "vendeur",
          "vendeurs",
          "ventes",
          "wilaya",
          "wilayas");

  private UsualWords() {}

  /** Whether a header of that normal form is such a word. */
  static boolean has(String name) {
    return ALL.contains(name);
  }
}
