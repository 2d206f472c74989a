package dz.manchengo.hub.documents;

import java.util.Map;

/** What UBL documents that are not read here are called. */
final class UblTypes {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("ApplicationResponse", "reason.ubl.response"),
          Map.entry("OrderResponse", "reason.ubl.order-response"),
          Map.entry("OrderResponseSimple", "reason.ubl.order-response"),
          Map.entry("OrderChange", "reason.ubl.order-change"),
          Map.entry("OrderCancellation", "reason.ubl.order-cancellation"),
          Map.entry("Catalogue", "reason.ubl.catalogue"),
          Map.entry("Quotation", "reason.ubl.quotation"),
          Map.entry("DespatchAdvice", "reason.ubl.despatch"),
          Map.entry("Waybill", "reason.ubl.despatch"),
          Map.entry("ReceiptAdvice", "reason.ubl.receipt"),
          Map.entry("Reminder", "reason.ubl.reminder"),
          Map.entry("Statement", "reason.ubl.statement"),
          Map.entry("RemittanceAdvice", "reason.ubl.remittance"),
          Map.entry("DebitNote", "reason.ubl.debit-note"),
          Map.entry("SelfBilledInvoice", "reason.ubl.self-billed"),
          Map.entry("SelfBilledCreditNote", "reason.ubl.self-billed"));

  private UblTypes() {}

  /** The phrase that says what a document with that root is. */
  static String reason(String root, String namespace) {
    return namespace.endsWith("-2")
        ? REASONS.getOrDefault(root, "reason.ubl.other")
        : "reason.ubl.old";
  }
}
