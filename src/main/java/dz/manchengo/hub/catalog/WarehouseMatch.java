package dz.manchengo.hub.catalog;

/**
 * The warehouse that a file means.
 *
 * @param created now, for this file: nobody has said yet what it is
 */
public record WarehouseMatch(long id, String code, boolean active, boolean created) {}
