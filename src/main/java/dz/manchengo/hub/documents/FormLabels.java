package dz.manchengo.hub.documents;

import java.util.regex.Pattern;

/**
 * What stands in the head of a form besides what is read of it: labels of which no field is,
 * titles, sentences. None of it is a value of the label beside or above.
 */
final class FormLabels {
  private static final Pattern SIGN = Pattern.compile("\\b(?:no|n|num|numero)\\b ?| ?\\b(?:no|n)$");

  /** In normal form, without « N° ». */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:livree?|livraison|expediee?|envoyee?) a|livraison|destinataire|(?:client |tiers )?livree?"
              + "|(?:lieu|adresse|point|site|depot|mode|date|delai) (?:livraison|expedition|reception|facturation|client|commande|bl)"
              + "|adresse|(?:ship|deliver|bill) to|(?:delivery|shipping|billing) address"
              + "|vendeur|commercial|representant|page \\d.*|original|duplicata|copie"
              + "|tel|telephone|mobile|portable|fax|email|e mail|mail|site web|ville|wilaya|commune|code postal|pays"
              + "|activite|rc|nif|nis|ai|art|mf|ice|compte(?: bancaire)?|rib|banque|agence|coordonnees(?: bancaires)?"
              + "|(?:conditions?|modalites?|mode|moyen) (?:paiement|reglement|livraison)|echeance|date echeance"
              + "|(?:nom )?(?:chauffeur|livreur|transporteur)|camion|vehicule|immatriculation|matricule|quai|tournee|secteur|zone"
              + "|objet|depot|magasin|lieu|informations?(?: (?:facture|client|livraison))?|service|contact|interlocuteur|a l attention|(?:bon |bons )?(?:livraison|commande)|bl|bc|dossier|contrat|marche|affaire|projet|chantier"
              + "|(?:votre |notre |vos |nos |v |n )?(?:ref|reference)(?: .*)?|facture (?:vente|originale?|comptant|definitive)|observations?|remarques?|devise|page"
              + "|nom|prenom|nom prenom|raison sociale|nom raison sociale|denomination|nom client|societe|code");

  /** How sentences begin that stand beside labels. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:le client|toute?|merci|veuillez|en cas|payable|paiement|reglement|conditions|nos|notre|vous|votre)\\s.*");

  /** « Oran, le 18/02/2026 » */
  private static final Pattern DATED = Pattern.compile("[^\\d:]*,? le \\d{1,2}[ /.-].*");

  private FormLabels() {}

  /** Whether it is one of these, with or without « N° ». */
  static boolean isOne(String text) {
    int colon = text.indexOf(':'); // « RC : 16/00 » has its own value
    String words = HeaderName.normalise(colon > 0 ? text.substring(0, colon) : text);
    return WORDS.matcher(words).matches()
        || WORDS.matcher(SIGN.matcher(words).replaceAll("").strip()).matches()
        || SENTENCE.matcher(Typography.fold(text)).matches()
        || DATED.matcher(Typography.fold(text)).matches();
  }
}
