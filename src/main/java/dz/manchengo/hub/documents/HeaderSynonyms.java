package dz.manchengo.hub.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What headers say in other words than the list of aliases: « Valeur hors taxe » is « Montant HT »,
 * « Type de paiement » « Mode de paiement », « Date (jj/mm/aaaa) » « Date ».
 */
final class HeaderSynonyms {
  /** Pattern → what stands for it, on a normalised header, one after the other. */
  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  static {
    put("\\bhors (?:taxes?|tva)\\b", "ht");
    put("\\b(?:toutes )?taxes comprises\\b|\\btoutes taxes\\b|\\btva comprise\\b", "ttc");
    put("^(?:mt|mnt|mtt|mont|valeur|val|somme|prix total)(?= |$)", "montant");
    put("^(?:qtes?|qt|quant|qtt)(?= |$)", "quantite");
    put("^type (?=paiement|reglement)", "mode ");
    put("^(designation|libelle|description) (?:marchandises?|produits?|articles?)$", "$1");
    put("^((?:total|montant|net) (?:ht|ttc|tva)) (?:factures?|documents?|globale?)$", "$1");
    put(" (?:j{1,2}|d{1,2}) m{1,2} (?:a|y){1,4}$| (?:jjmm|ddmm)(?:a|y){2,4}$", "");
    put("^net (?=ttc$)", "total ");
  }

  private HeaderSynonyms() {}

  private static void put(String words, String instead) {
    WORDS.put(Pattern.compile(words), instead);
  }

  /** The header in the usual words; itself where it has no others. */
  static String usual(String name) {
    String usual = name;
    for (Map.Entry<Pattern, String> one : WORDS.entrySet()) {
      usual = one.getKey().matcher(usual).replaceAll(one.getValue());
    }
    return usual;
  }
}
