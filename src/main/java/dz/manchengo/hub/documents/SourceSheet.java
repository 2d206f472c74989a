package dz.manchengo.hub.documents;

import java.util.List;

/**
 * One table of a file.
 *
 * @param name the sheet's name; empty for CSV
 * @param rows rows in order, merged cells filled in; wholly empty rows at the end left out
 */
public record SourceSheet(String name, List<SourceRow> rows) {}
