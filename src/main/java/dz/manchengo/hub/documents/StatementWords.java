package dz.manchengo.hub.documents;

import java.util.regex.Pattern;

/** What titles, tabs and names of files are called, as {@link #of} writes them. */
final class StatementWords {
  private static final String LIST =
      "(?:(?:journal|liste|etat|releve|registre|recap\\p{L}*)(?: des| de| d| les)? )?";

  static final Pattern PRO_FORMA =
      Pattern.compile(LIST + "(?:(?:factures?|ventes?) )?pro ?formas?\\b(?! non\\b).*");

  static final Pattern OFFER = Pattern.compile("(?:devis|offre de prix|quotation)\\b.*");

  /**
   * Of a list, and no label of a form: « Bons de livraison – juin 2026 », « Factures annulées ».
   */
  static final Pattern NO_INVOICES =
      Pattern.compile(
          LIST
              + "(?:bons de (?:livraisons?|commandes?)\\b.*"
              + "|(?:factures|ventes) (?:.* )?(?:non validees|brouillons?|provisoires|annulees)\\b.*"
              + "|(?:annulees|brouillons)(?: .*)?)");

  static final Pattern INVOICE = Pattern.compile("factures?\\b.*|invoices?\\b.*");

  static final Pattern DEPOSIT = Pattern.compile(LIST + "factures? d acomptes?\\b.*");

  static final Pattern CREDIT =
      Pattern.compile(
          LIST
              + "(?:(?:(?:factures?|bons?) (?:d )?|(?:supplier|vendor|customer)s? )?(?:avoirs?|notes? de credit|credit notes?)"
              + "|factures? (?:de )?retours?)"
              + "(?: (?:n|no|clients?|fournisseurs?|financiers?|commercial|commerciaux|partiels?|emis|recus|du|de|des|au|mois|periode|janvier|fevrier|mars"
              + "|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|av|\\d+)\\b.*)?");

  /** « SARL X - AVOIRS JUIN », « Retours clients », « AV JUIN »: a short text, and no remark. */
  static final Pattern RETURNS =
      Pattern.compile(
          LIST + "(?:retours?|rrr|av|nc)(?: .{0,40})?|(?:.{0,40}\\b)?avoirs\\b(?:.{0,40})?");

  /**
   * « Factures et avoirs », « Ventes hors avoirs », « Avoirs inclus »: not of credit notes alone.
   */
  static final Pattern BOTH =
      Pattern.compile(
          ".*\\b(?:(?:factures?|ventes?) (?:et|ou) (?:d |les |des )?avoirs?"
              + "|avoirs? (?:et|ou) (?:d |les |des )?(?:factures?|ventes?)"
              + "|(?:hors|sans|avec|y compris|dont|nets? d) (?:les |des )?avoirs?"
              + "|avoirs? (?:inclus|compris|exclus|deduits))\\b.*");

  /** « Factures avoirs » is both, or « factures d'avoir ». */
  static final Pattern BOTH_OR_CREDIT = Pattern.compile("(?:.* )?factures avoirs?(?: .*)?");

  static final Pattern BOTH_NAMED =
      Pattern.compile(
          "(?=.*\\b(?:factures|ventes?|invoices|sales)\\b).*\\b(?:avoirs|retours|credit notes)\\b.*");

  /** Signs that stand for « et »; « Facture-avoir » is one paper. */
  static final Pattern AND =
      Pattern.compile(
          "\\b(?:factures\\s*[-&+,;/|–—]|(?:facture|ventes?)\\s*[&+/|])\\s*(?=avoirs?\\b)"
              + "|\\b(?:avoirs\\s*[-&+,;/|–—]|avoir\\s*[&+/|])\\s*(?=factures?\\b)"
              + "|\\bavoirs?\\s*[&+/|]\\s*(?=ventes?\\b)");

  /** « Journal des ventes (avoirs) ». */
  static final Pattern CREDIT_ASIDE =
      Pattern.compile("\\(\\s*avoirs?\\s*\\)", Pattern.CASE_INSENSITIVE);

  /** « Avoirs fournisseurs », « Avoirs reçus », « Supplier credit notes ». */
  private static final String CREDIT_OF_SUPPLIERS =
      "(?:(?:(?:factures?|bons?) (?:d )?)?(?:avoirs?|notes? de credit|credit notes?)(?: (?:de|des|du|d|nos|from|of)){0,2}"
          + " (?:fournisseurs?|recus?|suppliers?|vendors?)|(?:suppliers?|vendors?) (?:invoices?|credit notes?))\\b.*";

  static final Pattern PURCHASE =
      Pattern.compile(
          LIST
              + "(?:(?:factures? )?(?:d |des )?(?:achats?|fournisseurs?|purchases?)\\b.*|"
              + CREDIT_OF_SUPPLIERS
              + "|factures? recues?\\b.*|(?:depenses|charges)\\b.{0,25})");

  /** A title that leaves no doubt, whatever the headers are called. */
  static final Pattern SURELY_PURCHASE =
      Pattern.compile(
          "(?:factures?|journal|etat|liste|releve)(?: des?| d) achats?\\b.*"
              + "|"
              + LIST
              + "(?:factures? (?:de |des )?(?:fournisseurs?|recues?)\\b(?! n\\b).*|"
              + CREDIT_OF_SUPPLIERS
              + ")");

  static final Pattern SALES = Pattern.compile(".*\\b(?:ventes?|sales)\\b.*");

  static final Pattern OTHER_UNIT =
      Pattern.compile(
          ".*\\b(?:montants?|valeurs?|chiffres|prix|unite)\\b.*\\b(?:milliers?|millions?|centimes?|[km] ?da)\\b.*"
              + "|(?:.* )?en (?:milliers?|millions?) de (?:da|dzd|dinars?)\\b.*"
              + "|en (?:milliers?|millions?|centimes?|[km] ?da)"
              + "|(?:.* )?[km] ?da"
              + "|(?:.* )?(?:unite|u) (?:en )?(?:[km] ?da|1 ?000 ?da)\\b.*");

  static final Pattern FOREIGN =
      Pattern.compile(
          "(?:.*\\b)?(?:devise|monnaie|currency|montants?(?: exprimes)?|en) *:? *(?:en )?"
              + "(?:(?:eur|euros?|usd|dollars?|gbp)\\b|[€$£]).*");

  /**
   * « Factures export (EUR) », « Export USD », « Invoices – amounts in EUR »; of a tab or a file
   * too.
   */
  static final Pattern NAMED_IN_CURRENCY =
      Pattern.compile(
          "(?=.*\\b(?:factures?|ventes?|achats?|exports?|invoices?|montants?|amounts?|prix|avoirs?)\\b)"
              + "(?:.* )?(?:eur|euros|usd|gbp|chf)(?: .*)?");

  /** « Tarif public, prix TTC », « Montants exprimés en TTC »; not « Total TTC : 12 000 ». */
  static final Pattern TAXED =
      Pattern.compile(
          "(?:.*\\b(?:prix|tarifs?|pu|p u|montants|exprime\\p{L}*|en|tout)\\b.*)?\\b(?:ttc|toutes taxes comprises)\\b"
              + "(?: uniquement| inclus\\p{L}*)?");

  /** Whose name it is: « SARL Achats & Services » sells as well. */
  static final Pattern NAME =
      Pattern.compile(
          ".*\\b(?:sarl|eurl|spa|snc|ets|etablissements?|entreprise|ste|societe|comptoir|fils|freres"
              + "|services?|dossier|groupe)\\b.*");

  static final Pattern SUPPLIER =
      Pattern.compile(".*\\b(?:fournisseurs?|suppliers?|vendors?)\\b.*");

  static final Pattern CUSTOMER = Pattern.compile(".*\\b(?:clients?|customers?)\\b.*");

  /** The paper's name, and nothing else but its number. */
  static final Pattern CREDIT_ALONE =
      Pattern.compile(
          "(?:(?:facture|bon) d )?avoir(?: (?:client|fournisseur|financier|commercial|partiel|total|de vente))?"
              + "|note de credit|credit note|facture de retour"
              + "|(?:(?:facture|bon) d )?avoir(?: \\p{L}+){0,4} n(?:o|um|umero)? .*\\d.*");

  private StatementWords() {}

  /** Words apart, as {@code achats_octobre.csv} has them too. */
  static String of(String text) {
    String folded = AND.matcher(Typography.fold(text)).replaceAll("$0 et ");
    return folded.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
