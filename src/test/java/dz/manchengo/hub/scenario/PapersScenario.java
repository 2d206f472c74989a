package dz.manchengo.hub.scenario;

import java.util.List;

/** A count of one article, and what movements and invoices say of it. */
abstract class PapersScenario extends ReconciliationScenario {
  /** Opening stock of 1,000 at 400 DA, what happened then, and a count on the last of October. */
  void counted(String product, String movements, String invoices, int count) {
    take(
        "stock-movements",
        product + "-m.csv",
        MOVEMENTS
            + "01/10/2024;OPENING;%1$s;;D%1$s;1000;400;O-%1$s\n".formatted(product)
            + movements.formatted(product));
    if (!invoices.isEmpty()) {
      take("invoices", product + "-f.csv", INVOICES + invoices.formatted(product));
    }
    take(
        "stock-counts",
        product + "-c.csv",
        COUNTS + "31/10/2024 18:00;D%s;%1$s;;%d;;Ali;\n".formatted(product, count));
    reconcile("2024-11-11");
  }

  List<String> papers(String product) {
    return told("D" + product).stream().filter(one -> one.startsWith("REC")).toList();
  }
}
