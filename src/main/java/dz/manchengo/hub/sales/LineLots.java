package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.ReceivedLots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Until when the lots of suppliers' invoices may be used, where their lines say so. */
final class LineLots {
  private final ReceivedLots lots;
  private final DocumentPosting.Posting posting;

  LineLots(ReceivedLots lots, DocumentPosting.Posting posting) {
    this.lots = lots;
    this.posting = posting;
  }

  private record Said(Candidate candidate, Invoice.Line line, ReceivedLots.Received lot) {}

  void note(List<Candidate> toWrite) {
    List<Said> all = new ArrayList<>();
    toWrite.stream().filter(LineLots::isReceived).forEach(candidate -> collect(candidate, all));
    Map<ReceivedLots.Received, LocalDate> others =
        lots.note(posting, all.stream().map(Said::lot).distinct().toList());
    for (Said said : all) {
      tell(said, others.get(said.lot()));
    }
  }

  private static boolean isReceived(Candidate candidate) {
    Invoice invoice = candidate.invoice();
    return invoice.direction() == Invoice.Direction.PURCHASE
        && invoice.kind() == Invoice.Kind.INVOICE
        && !candidate.statusOnly;
  }

  private static void collect(Candidate candidate, List<Said> all) {
    Map<Place, LocalDate> until = new HashMap<>();
    for (RawDocument.Line line : candidate.raw.lines()) {
      LocalDate date = RawDocument.date(line.values(), "dlc");
      if (date != null) {
        until.put(line.place(), date);
      }
    }
    for (int i = 0; i < candidate.lines.size(); i++) {
      Invoice.Line line = candidate.invoice().lines().get(i);
      LocalDate date = until.get(line.place());
      if (line.lotCode() != null && date != null) {
        long product = candidate.lines.get(i).productId();
        all.add(
            new Said(candidate, line, new ReceivedLots.Received(product, line.lotCode(), date)));
      }
    }
  }

  private static void tell(Said said, @Nullable LocalDate known) {
    if (known != null) {
      String until = said.lot().until().toString();
      said.candidate()
          .warn(
              "LOT-002",
              said.line().place(),
              "dlc",
              until,
              "lot",
              said.lot().lot(),
              "known",
              known,
              "value",
              until);
    }
  }
}
