package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Origins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One invoice in two pieces of its file: rows that were not put together (INV-006). */
final class InvoiceDoubles {
  private InvoiceDoubles() {}

  /** Refuses both pieces, for half an invoice must not stand; the first of each is given back. */
  static List<Candidate> refused(long own, List<Candidate> candidates) {
    Map<String, Candidate> seen = new HashMap<>();
    List<Candidate> singles = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Invoice invoice = candidate.invoice();
      String identity =
          invoice.kind()
              + "|"
              + candidate.issuer(own)
              + "|"
              + InvoiceIdentity.fiscalYear(invoice)
              + "|"
              + DocumentNumber.norm(invoice.number());
      Candidate first = seen.putIfAbsent(identity, candidate);
      if (first == null) {
        singles.add(candidate);
      } else {
        refuse(candidate, first);
        refuse(first, candidate);
      }
    }
    return singles;
  }

  private static void refuse(Candidate candidate, Candidate other) {
    if (!candidate.stands()) {
      return;
    }
    candidate.refuse(
        "INV-006",
        "doc_no",
        "other",
        other.invoice().number(),
        "origin",
        Origins.here(other.raw.place()));
  }
}
