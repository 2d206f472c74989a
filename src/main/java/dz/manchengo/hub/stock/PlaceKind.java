package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.StockMovement.Origin;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * What a place is that goods come from or go to. Odoo has places that are nowhere, below roots of
 * their own: « Partners/Vendors », « Virtual Locations/Production »; people write « Fournisseur ».
 */
enum PlaceKind {
  OURS,
  SUPPLIER,
  CUSTOMER,
  PRODUCTION,
  INVENTORY,
  SCRAP;

  /** Below them nothing is a warehouse. */
  private static final Set<String> ROOTS =
      Set.of(
          "partners",
          "partner locations",
          "partenaires",
          "emplacements partenaires",
          "emplacements des partenaires",
          "virtual locations",
          "emplacements virtuels");

  /** What a place is by its name; null for one that is nowhere and that nobody knows. */
  static @Nullable PlaceKind of(String name) {
    String[] parts = folded(name).split("/", -1);
    boolean below = parts.length > 1 && ROOTS.contains(parts[0].strip());
    PlaceKind kind = named(parts[below ? 1 : 0].strip());
    return below || (parts.length == 1 && kind != null) ? kind : OURS;
  }

  private static @Nullable PlaceKind named(String name) {
    return switch (name) {
      case "vendor", "vendors", "supplier", "suppliers", "fournisseur", "fournisseurs" -> SUPPLIER;
      case "customer", "customers", "client", "clients" -> CUSTOMER;
      case "production", "fabrication" -> PRODUCTION;
      case "inventory adjustment",
          "inventory loss",
          "inventory",
          "ajustement d'inventaire",
          "ajustements d'inventaire",
          "ajustement de stock",
          "perte d'inventaire" ->
          INVENTORY;
      case "scrap", "scrapped", "rebut", "rebuts", "mise au rebut" -> SCRAP;
      default -> null;
    };
  }

  /** Why goods went from one to the other; null where it is no movement of ours, or none known. */
  static @Nullable Origin origin(PlaceKind from, PlaceKind to) {
    if (from == OURS) {
      return switch (to) {
        case OURS -> Origin.TRANSFER;
        case SUPPLIER -> Origin.RETOUR_FOURNISSEUR;
        case CUSTOMER -> Origin.VENTE;
        case PRODUCTION -> Origin.PRODUCTION_OUT;
        case INVENTORY -> Origin.INVENTAIRE;
        case SCRAP -> Origin.PERTE;
      };
    }
    if (to != OURS) {
      return null;
    }
    return switch (from) {
      case SUPPLIER -> Origin.RECEPTION;
      case CUSTOMER -> Origin.RETOUR_CLIENT;
      case PRODUCTION -> Origin.PRODUCTION_IN;
      case INVENTORY -> Origin.INVENTAIRE;
      default -> null;
    };
  }

  private static String folded(String name) {
    return StringUtils.stripAccents(name).toLowerCase(Locale.ROOT).replace('’', '\'').strip();
  }
}
