package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.stock.BatchLots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has the lots of batches made before the batches themselves are written. */
@Component
class LotWriting {
  private static final String MAJOR_DEFECT = "Défaut majeur";

  private final BatchLots lots;

  LotWriting(BatchLots lots) {
    this.lots = lots;
  }

  /** Afterwards each line that names a lot has its id. */
  void write(long submission, List<BatchCandidate> candidates) {
    List<BatchLots.Told> made = new ArrayList<>();
    List<BatchLots.Told> used = new ArrayList<>();
    for (BatchCandidate candidate : candidates) {
      addMade(candidate, made);
      addUsed(candidate, used);
    }
    Set<String> norms = new HashSet<>();
    made.forEach(lot -> norms.add(lot.norm()));
    used.forEach(lot -> norms.add(lot.norm()));
    lots.create(missing(made, used, lots.find(norms)), submission);
    lots.revise(made, submission);
    Map<String, Long> ids = ids(lots.find(norms));
    candidates.forEach(candidate -> assign(candidate, ids));
  }

  private static void addMade(BatchCandidate candidate, List<BatchLots.Told> made) {
    Batch batch = candidate.batch();
    String reason = batch.quality() == Batch.Quality.DEFAUT_MAJEUR ? MAJOR_DEFECT : null;
    for (int i = 0; i < candidate.outputs.size(); i++) {
      Batch.Output output = batch.outputs().get(i);
      if (output.lot() != null) {
        made.add(
            new BatchLots.Told(
                candidate.outputs.get(i).product().id(),
                output.lot(),
                DocumentNumber.norm(output.lot()),
                candidate.id,
                batch.madeOn(),
                output.dlc(),
                output.ddm(),
                reason));
      }
    }
  }

  private static void addUsed(BatchCandidate candidate, List<BatchLots.Told> used) {
    for (int i = 0; i < candidate.inputs.size(); i++) {
      String lot = candidate.batch().inputs().get(i).lot();
      if (lot != null) {
        used.add(
            new BatchLots.Told(
                candidate.inputs.get(i).product().id(),
                lot,
                DocumentNumber.norm(lot),
                null,
                null,
                null,
                null,
                null));
      }
    }
  }

  private static void assign(BatchCandidate candidate, Map<String, Long> ids) {
    List<ResolvedItem> outputs = new ArrayList<>();
    for (int i = 0; i < candidate.outputs.size(); i++) {
      String lot = candidate.batch().outputs().get(i).lot();
      outputs.add(with(candidate.outputs.get(i), lot, ids));
    }
    List<ResolvedItem> inputs = new ArrayList<>();
    for (int i = 0; i < candidate.inputs.size(); i++) {
      inputs.add(with(candidate.inputs.get(i), candidate.batch().inputs().get(i).lot(), ids));
    }
    candidate.outputs = outputs;
    candidate.inputs = inputs;
  }

  private static ResolvedItem with(ResolvedItem item, @Nullable String lot, Map<String, Long> ids) {
    return lot == null
        ? item
        : item.withLot(ids.get(item.product().id() + "|" + DocumentNumber.norm(lot)));
  }

  /** What we make is a lot of our own; what we use may be a supplier's. */
  private static List<BatchLots.Told> missing(
      List<BatchLots.Told> made, List<BatchLots.Told> used, List<BatchLots.Known> known) {
    Set<String> own = ids(known.stream().filter(l -> l.supplierId() == null).toList()).keySet();
    Set<String> any = ids(known).keySet();
    List<BatchLots.Told> missing = new ArrayList<>();
    made.stream().filter(lot -> !own.contains(key(lot))).forEach(missing::add);
    used.stream().filter(lot -> !any.contains(key(lot))).forEach(missing::add);
    return missing;
  }

  private static String key(BatchLots.Told lot) {
    return lot.productId() + "|" + lot.norm();
  }

  /** Our own lot before a supplier's of the same number. */
  private static Map<String, Long> ids(List<BatchLots.Known> known) {
    Map<String, Long> ids = new HashMap<>();
    for (BatchLots.Known lot : known) {
      String key = lot.productId() + "|" + lot.lotCodeNorm();
      if (lot.supplierId() == null) {
        ids.put(key, lot.lotId());
      } else {
        ids.putIfAbsent(key, lot.lotId());
      }
    }
    return ids;
  }
}
