package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What scenarios of sales orders share. */
abstract class OrderScenario extends InProcessHub {
  static final String ORDERS = "orders";
  static final String HEADER =
      "N° commande;Date commande;Livraison souhaitée;Code client;Nom client;Référence client;"
          + "Statut;Motif annulation;Code article;Désignation;Qté;Unité;P.U. HT;TVA %";

  /** One row of an order of 15 January 2026. */
  record Line(
      String number,
      String customer,
      String ref,
      String status,
      String reason,
      String product,
      String qty,
      String unit,
      String price) {

    static Line of(String number, String product, String qty) {
      return new Line(number, "CO-1", "", "", "", product, qty, "U", "100");
    }

    Line by(String other) {
      return new Line(number, other, ref, status, reason, product, qty, unit, price);
    }

    Line referring(String to) {
      return new Line(number, customer, to, status, reason, product, qty, unit, price);
    }

    Line is(String now, String why) {
      return new Line(number, customer, ref, now, why, product, qty, unit, price);
    }

    Line at(String other) {
      return new Line(number, customer, ref, status, reason, product, qty, unit, other);
    }

    String row() {
      return String.join(
          ";",
          number,
          "15/01/2026",
          "18/01/2026",
          customer,
          "Client " + customer,
          ref,
          status,
          reason,
          product,
          "Fromage " + product,
          qty,
          unit,
          price,
          "19");
    }
  }

  Acknowledgement drop(String name, Line... lines) {
    StringBuilder text = new StringBuilder(HEADER).append("\r\n");
    for (Line line : lines) {
      text.append(line.row()).append("\r\n");
    }
    return drop(name, text.toString());
  }

  Acknowledgement drop(String name, String text) {
    HUB.drop(ORDERS, name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement(ORDERS, name);
  }

  Map<String, @Nullable Object> current(String number) {
    return db.sql("SELECT * FROM sales_order WHERE order_no = :no AND is_current")
        .param("no", number)
        .query()
        .singleRow();
  }

  String message(String file, String rule) {
    return db.sql(
            "SELECT message FROM finding WHERE submission_id = :id AND rule_code = :rule LIMIT 1")
        .param("id", idOf(file))
        .param("rule", rule)
        .query(String.class)
        .single()
        .replace('\u00a0', ' ');
  }
}
