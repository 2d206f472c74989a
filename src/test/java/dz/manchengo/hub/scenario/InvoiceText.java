package dz.manchengo.hub.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files of French accounting invoices, with {@code ;} between their cells. */
final class InvoiceText {
  static final List<String> HEADER =
      List.of(
          "N° facture",
          "Date facture",
          "Code client",
          "Client",
          "Code article",
          "Désignation",
          "Qté",
          "P.U. HT",
          "TVA %");

  private InvoiceText() {}

  /** A document's rows. */
  record Document(String number, List<List<String>> rows) {
    /** The same with one cell of one row changed. */
    Document with(int row, String column, String value) {
      List<List<String>> changed = new ArrayList<>(rows);
      List<String> cells = new ArrayList<>(changed.get(row));
      cells.set(HEADER.indexOf(column), value);
      changed.set(row, cells);
      return new Document(number, changed);
    }
  }

  /** An invoice of that many lines; line i is i pieces at 10,50 DA, 19 %. */
  static Document invoice(String number, int lines) {
    return new Document(
        number,
        IntStream.rangeClosed(1, lines)
            .mapToObj(
                i ->
                    List.of(
                        number,
                        "15/10/2026",
                        "CLI-001",
                        "Épicerie Ben M'hidi",
                        String.format(Locale.ROOT, "ART-%02d", i),
                        "Fromage n° " + i,
                        String.valueOf(i),
                        "10,50",
                        "19"))
            .toList());
  }

  /** Total HT of {@link #invoice}, in centimes. */
  static long centimesHt(int lines) {
    return 1050L * lines * (lines + 1) / 2;
  }

  /** The first half of an invoice of 300 DA whose lines stand in {@link #lines}. */
  static String headers(String number) {
    return """
        N° facture;Date facture;Client;Total HT
        %s;12/10/2026;Amel Paire;300
        """
        .formatted(number);
  }

  static String lines(String number) {
    return """
        N° facture;Code article;Désignation;Qté;P.U. HT;TVA %%;Total HT
        %1$s;PAIRE-P;Brie;2;100;19;200
        %1$s;PAIRE-P;Brie;1;100;19;100
        """
        .formatted(number);
  }

  static String file(Document... documents) {
    return Stream.concat(
            Stream.of(HEADER), Arrays.stream(documents).flatMap(d -> d.rows().stream()))
        .map(cells -> String.join(";", cells))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }
}
