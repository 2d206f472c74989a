package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Headers that mean a field only where no other column has it: « Société » beside no customer is
 * one, « Tarif » beside no price. One column alone, with values of the field's kind, is taken for
 * it, which is told (FIL-007).
 */
final class VagueHeaders {
  private static final String NOTHING = "(?!)";

  /** « Nom » of a list of movements is the article's. */
  private static final String PARTY = "party_name";

  /** Of what, another column tells: « Unité », or « Prix/kg ». */
  private static final Set<String> WEIGHTS = Set.of("poids", "poids net", "weight", "net weight");

  /** Invoices and credit notes: which of them a document is, or the number of either. */
  private static final Set<String> EITHER =
      Set.of("facture ou avoir", "facture ou avoirs", "f a", "f av", "fact avoir", "fact av");

  /** Of what was bought; in a list of sales they are what it cost. */
  private static final Set<String> BOUGHT =
      Set.of(
          "prix achat",
          "prix achat ht",
          "prix achat unitaire",
          "prix achat unitaire ht",
          "prix unitaire achat",
          "prix unitaire achat ht",
          "pa",
          "pa ht",
          "p a",
          "p a ht",
          "pu achat",
          "pu achat ht",
          "p u achat",
          "p u achat ht");

  private static final Set<String> RATE = Set.of("taux");

  /** Beside a column of VAT the rate is that of the tax only where each is what it can be alone. */
  private static final Set<String> VATS = Set.of("line_vat", "total_vat");

  private static final Pattern SUPPLIER = Pattern.compile("\\b(?:fourn|frs\\b|supplier|vendor)");

  /** Beside a customer's code they are his name. */
  private static final Set<String> NAMES =
      Set.of("nom", "nom et prenom", "nom et prenoms", "nom prenom");

  private static final List<Vague> ALL =
      List.of(
          new Vague(
              PARTY,
              Set.of(
                  "societe",
                  "acheteur",
                  "nom",
                  "nom et prenom",
                  "nom et prenoms",
                  "nom prenom",
                  "entreprise",
                  "ste",
                  "partenaire"),
              Set.of("party_code", "party_nif"),
              "client|customer|tiers|doit|destinataire|factur[ée]e? [àa]"),
          new Vague(PARTY, NAMES, Set.of(), NOTHING),
          new Vague("doc_date", Set.of("jour"), Set.of(), "date|jour|mois|\\d{4}|\\ble\\b"),
          new Vague(
              "description",
              Set.of("objet", "travaux", "marchandise", "marchandises", "nature", "intitule"),
              Set.of("product_code"),
              NOTHING),
          new Vague("qty", Set.of("q", "nbr", "nbre", "nb", "nombre"), Set.of(), NOTHING),
          new Vague(
              "qty",
              Set.of("poids kg", "poids en kg", "poids net kg", "poids net en kg", "weight kg"),
              Set.of(),
              NOTHING),
          new Vague("qty", WEIGHTS, Set.of(), NOTHING),
          new Vague(
              "unit_price_ht",
              Set.of("tarif", "prix vente", "tarif unitaire", "valeur unitaire"),
              Set.of("unit_price_net_ht", "unit_price_ttc"),
              NOTHING),
          new Vague(
              "unit_price_ht", BOUGHT, Set.of("unit_price_net_ht", "unit_price_ttc"), NOTHING),
          new Vague("payment_method", Set.of("mode"), Set.of(), NOTHING),
          new Vague("doc_kind", Set.of("type operation", "nature operation"), Set.of(), NOTHING),
          new Vague("doc_kind", EITHER, Set.of(), NOTHING),
          new Vague("doc_no", EITHER, Set.of(), NOTHING),
          new Vague("vat_rate", RATE, Set.of(), NOTHING),
          new Vague(
              "ref_no",
              Set.of(
                  "piece",
                  "no document",
                  "bon",
                  "no bon",
                  "bon no",
                  "bl",
                  "no bl",
                  "br",
                  "no br",
                  "no be",
                  "no bs",
                  "no bon livraison",
                  "no bon reception",
                  "no mouvement",
                  "no operation",
                  "document no",
                  "voucher number"),
              Set.of(),
              NOTHING));

  private static final Set<String> SCOPES = Set.of("INVOICE", "ORDER", "MOVEMENT");

  private final List<String> scopes;
  private final Aliases aliases;

  /**
   * One field.
   *
   * @param names normalised, of which each may mean other things as well
   * @param instead fields that do without it
   * @param title what a title above says that gives it for all rows
   */
  private record Vague(String field, Set<String> names, Set<String> instead, Pattern title) {
    Vague(String field, Set<String> names, Set<String> instead, String title) {
      this(field, names, instead, Pattern.compile(title));
    }

    boolean isSaidAbove(SourceSheet sheet, int header) {
      return sheet.head().subList(0, header).stream()
          .flatMap(row -> row.cells().stream())
          .anyMatch(cell -> title.matcher(Typography.fold(cell.text())).find());
    }

    boolean isMissing(List<Layout.Column> all) {
      return all.stream().noneMatch(c -> c.means(field) || instead.stream().anyMatch(c::means));
    }

    /** A weight without a unit of its own needs one beside it, and a bare name a code. */
    boolean isExplained(List<Layout.Column> all) {
      if (names.equals(NAMES)) {
        return all.stream().anyMatch(c -> c.means("party_code"));
      }
      if (names.equals(BOUGHT)) {
        return all.stream()
            .anyMatch(c -> SUPPLIER.matcher(HeaderName.normalise(c.header())).find());
      }
      return !names.equals(WEIGHTS) || all.stream().anyMatch(Vague::tellsUnit);
    }

    private static boolean tellsUnit(Layout.Column column) {
      return column.means("uom") || PriceUnits.unitOf(column) != null;
    }

    boolean isCalled(Layout.Column column) {
      return column.match().isUnknown() && names.contains(HeaderName.normalise(column.header()));
    }
  }

  VagueHeaders(List<String> scopes, Aliases aliases) {
    this.scopes = scopes;
    this.aliases = aliases;
  }

  /** The column as it is meant. */
  Layout.Column named(
      Layout.Column column, List<Layout.Column> all, SourceSheet sheet, int header) {
    if (!column.match().isUnknown() || scopes.stream().noneMatch(SCOPES::contains)) {
      return column;
    }
    for (Vague vague : ALL) {
      if (vague.isCalled(column)
          && !(vague.field().equals(PARTY) && scopes.contains("MOVEMENT"))
          && vague.isMissing(all)
          && vague.isExplained(all)
          && (!vague.names().equals(RATE) || isRate(column, all, sheet, header))
          && !vague.isSaidAbove(sheet, header)
          && all.stream().filter(vague::isCalled).count() == 1) {
        Layout.Column named = named(column, vague.field(), sheet, header);
        if (!named.equals(column)) {
          return named;
        }
      }
    }
    return column;
  }

  /** « Taux » beside « TVA »: legal rates, and amounts of which at least one is no rate. */
  private static boolean isRate(
      Layout.Column column, List<Layout.Column> all, SourceSheet sheet, int header) {
    List<Layout.Column> vats = all.stream().filter(c -> VATS.stream().anyMatch(c::means)).toList();
    return vats.isEmpty()
        || (values(sheet.head(), header, column.index()).allMatch(VagueHeaders::isRate)
            && vats.stream()
                .anyMatch(
                    vat ->
                        !values(sheet.head(), header, vat.index()).allMatch(VagueHeaders::isRate)));
  }

  private static boolean isRate(Cell cell) {
    BigDecimal value = CellValue.exact(cell);
    return value != null && VatEvidence.isRate(value);
  }

  /** Whether a header of that normal form may be a kind as well as a number. */
  static boolean areEither(String name) {
    return EITHER.contains(name);
  }

  private Layout.Column named(Layout.Column column, String field, SourceSheet sheet, int header) {
    List<Aliases.Field> fields =
        scopes.stream()
            .flatMap(scope -> aliases.fields(scope).stream())
            .filter(f -> f.name().equals(field))
            .toList();
    if (fields.isEmpty() || !holds(fields.get(0), sheet.head(), header, column.index())) {
      return column;
    }
    String unit =
        HeaderUnit.of(HeaderName.normalise(column.header())).stream()
            .map(HeaderUnit::unit)
            .findFirst()
            .orElse(null);
    Aliases.Match match = new Aliases.Match(fields, Aliases.By.SIMILARITY, unit);
    return new Layout.Column(column.index(), column.header(), match);
  }

  private static boolean holds(Aliases.Field field, List<SourceRow> head, int header, int column) {
    Vocabulary<?> words =
        field.name().equals("doc_kind") ? Enumerations.KIND : Enumerations.PAYMENT_METHOD;
    boolean isNumber = field.name().equals("ref_no") || field.name().equals("doc_no");
    Predicate<Cell> fits =
        switch (field.type()) {
          case DATE -> cell -> CellValue.date(cell) != DateReading.NOT_A_DATE;
          case TEXT -> cell -> isNumber || CellValue.number(cell) == NumberReading.NOT_A_NUMBER;
          case ENUM -> cell -> words.read(cell.text()) != null;
          default -> cell -> CellValue.number(cell) != NumberReading.NOT_A_NUMBER;
        };
    List<Cell> cells = values(head, header, column).toList();
    return !cells.isEmpty() && cells.stream().allMatch(fits);
  }

  private static Stream<Cell> values(List<SourceRow> head, int header, int column) {
    return head.subList(Math.min(header + 1, head.size()), head.size()).stream()
        .filter(row -> !TotalRows.announcesTotal(row))
        .map(row -> row.cell(column))
        .filter(cell -> !cell.isBlank());
  }
}
