package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An electronic invoice, credit note or order (UBL 2.1 and later) as a table with the headers that
 * accountants know, one row a line: everything behind the reader is what it is for a workbook, and
 * « À corriger » is a sheet. A row has the number of its element's line in the XML.
 */
final class UblFile {
  /** There whether filled or not: they tell the feeds of such documents from others. */
  private static final Set<String> ALWAYS =
      Set.of(
          "Document UBL",
          "Client",
          "NIF client",
          "Fournisseur",
          "NIF fournisseur",
          "Désignation",
          "Qté",
          "Prix unitaire HT",
          "Taux TVA");

  private static final List<String> COLUMNS =
      List.of(
          "N° facture",
          "N° commande",
          "Document UBL",
          "Type",
          "Date facture",
          "Date commande",
          "Date d'échéance",
          "Devise",
          "Facture d'origine",
          "Réf. commande client",
          "N° BL",
          "Mode de paiement",
          "Code client",
          "Client",
          "NIF client",
          "NIS client",
          "RC client",
          "AI client",
          "Adresse client",
          "Code fournisseur",
          "Fournisseur",
          "NIF fournisseur",
          "NIS fournisseur",
          "RC fournisseur",
          "AI fournisseur",
          "Adresse fournisseur",
          "N° ligne",
          "Code article",
          "Code article client",
          "Désignation",
          "Qté",
          "Unité",
          "Prix unitaire HT",
          "Montant remise",
          "Taux TVA",
          "Motif d'exonération",
          "TVA ligne",
          "Montant ligne HT",
          "N° lot",
          "DLC",
          "Date livraison",
          "Remise globale",
          "Total HT",
          "Total TVA",
          "Timbre",
          "Total TTC",
          "Acompte versé",
          "Arrondi",
          "Net avant acompte",
          "Note");

  private UblFile() {}

  static SourceFile read(Path content, String name, Limits limits, Path folder)
      throws UnreadableFile, IOException {
    UblXml xml = new UblXml(name, limits);
    xml.read(Files.newInputStream(content));
    UblDocument document = xml.document();
    List<UblDocument.Row> rows = document.rows();
    FlatTable table = new FlatTable(limits, folder);
    try {
      table.columns(used(rows, document.isOrder() ? "Date commande" : "Date facture"));
      for (UblDocument.Row row : rows) {
        table.add(row.line(), row.cells());
      }
      Map<String, String> detected = Map.of("Format", "UBL (" + document.type() + ")");
      return new SourceFile("UBL", detected, List.of(table.sheet()), List.of(), table);
    } catch (UnreadableFile | IOException | RuntimeException e) {
      table.close();
      throw e;
    }
  }

  private static List<String> used(List<UblDocument.Row> rows, String date) {
    Set<String> used = new LinkedHashSet<>(ALWAYS);
    used.add(date);
    used.add(date.replace("Date", "N°"));
    for (UblDocument.Row row : rows) {
      row.cells().forEach((column, cell) -> add(used, column, cell));
    }
    return COLUMNS.stream().filter(used::contains).toList();
  }

  private static void add(Set<String> used, String column, Cell cell) {
    if (!cell.isBlank()) {
      used.add(column);
    }
  }
}
