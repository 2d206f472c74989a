package dz.manchengo.hub.bench;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One line of an order as it stands in the sample files. */
record OrderLine(
    String number,
    LocalDate date,
    String customer,
    String customerName,
    String product,
    String description,
    BigDecimal quantity,
    String unit,
    BigDecimal price,
    int vatRate) {
  static final String HEADER =
      "N° commande;Date commande;Code client;Nom client;Code article;Désignation;"
          + "Qté commandée;Unité;Prix unitaire HT;TVA %";
}
