package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Sql;
import java.util.List;

/**
 * The statements that take master records back, for the module that offers them to undos.
 *
 * @param judgement says what becomes of each record of a submission
 * @param takingBack does it
 */
public record RecordUndo(String kind, String judgement, List<String> takingBack) {
  public static RecordUndo ofParties() {
    return new RecordUndo(
        "party",
        Sql.file("catalog/undo_parties.sql"),
        List.of(
            Sql.file("catalog/withdraw_parties.sql"),
            Sql.file("catalog/remember_parties_before_undo.sql"),
            Sql.file("catalog/restore_parties.sql"),
            Sql.file("catalog/forget_record_changes.sql")));
  }

  public static RecordUndo ofProducts() {
    return new RecordUndo(
        "product",
        Sql.file("catalog/undo_products.sql"),
        List.of(
            Sql.file("catalog/withdraw_products.sql"),
            Sql.file("catalog/remember_products_before_undo.sql"),
            Sql.file("catalog/restore_products.sql"),
            Sql.file("catalog/restore_packs.sql"),
            Sql.file("catalog/forget_record_changes.sql")));
  }

  public static RecordUndo ofWarehouses() {
    return new RecordUndo(
        "warehouse",
        Sql.file("catalog/undo_warehouses.sql"),
        List.of(Sql.file("catalog/withdraw_warehouses.sql")));
  }
}
