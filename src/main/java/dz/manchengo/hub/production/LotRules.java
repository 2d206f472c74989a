package dz.manchengo.hub.production;

import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.catalog.ProductTraits;
import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.Place;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lots of batches against what is known of them. */
final class LotRules {
  private static final Set<String> NOT_TO_BE_USED =
      Set.of("BLOCKED", "QUARANTINE", "RECALLED", "DESTROYED");

  private final LotBook book;
  private final ItemReferences items;

  LotRules(LotBook book, ItemReferences items) {
    this.book = book;
    this.items = items;
  }

  /** Outputs of a batch; they are known to the batches after it. */
  void checkOutputs(BatchCandidate candidate) {
    Batch batch = candidate.batch();
    for (int i = 0; i < candidate.outputs.size(); i++) {
      Batch.Output output = batch.outputs().get(i);
      ProductMatch product = candidate.outputs.get(i).product();
      if (output.lot() == null) {
        checkMissing(candidate, output, product);
      } else {
        checkKnown(candidate, output, product);
        checkShelfLife(candidate, output, product);
        checkRipening(candidate, output);
      }
    }
    if (candidate.stands()) {
      remember(candidate);
    }
  }

  /** A refused batch makes no lots and says nothing of those that are there. */
  private void remember(BatchCandidate candidate) {
    for (int i = 0; i < candidate.outputs.size(); i++) {
      Batch.Output output = candidate.batch().outputs().get(i);
      if (output.lot() != null) {
        remember(candidate, output, candidate.outputs.get(i).product());
      }
    }
  }

  /** Nobody is blamed for a lot that the file has no column for, but it is said. */
  private void checkMissing(BatchCandidate candidate, Batch.Output output, ProductMatch product) {
    ProductTraits.Traits traits = items.traits(product);
    if (traits == null || !traits.lotTracked()) {
      return;
    }
    if (candidate.has("output_lot")) {
      candidate.tell("LOT-001", output.place(), "output_lot", null, "product", product.code());
    } else {
      candidate.warn("LOT-001", output.place(), "output_lot", null, "product", product.code());
    }
  }

  private void checkKnown(BatchCandidate candidate, Batch.Output output, ProductMatch product) {
    String lot = String.valueOf(output.lot());
    LotBook.Entry known = book.own(product.id(), lot);
    boolean corrected =
        known != null
            && candidate.former != null
            && known.lotId() != null
            && candidate.former.made(known.lotId());
    LocalDate before = known == null || corrected ? null : known.dlc();
    if (before != null && output.dlc() != null && !before.equals(output.dlc())) {
      candidate.tell(
          "LOT-002",
          output.place(),
          "dlc",
          output.dlc().toString(),
          "lot",
          lot,
          "known",
          before,
          "value",
          output.dlc().toString());
    }
    LocalDate kept = output.dlc() == null && known != null ? known.dlc() : null;
    if (kept != null && !kept.isAfter(candidate.batch().madeOn())) {
      candidate.tell(
          "LOT-004",
          output.place(),
          "output_lot",
          lot,
          "dlc",
          kept,
          "made",
          candidate.batch().madeOn());
    }
    tellOtherProduct(candidate, output.place(), "output_lot", lot, product);
  }

  private void tellOtherProduct(
      BatchCandidate candidate, Place place, String field, String lot, ProductMatch product) {
    List<LotBook.Entry> named = book.named(lot);
    boolean own = named.stream().anyMatch(l -> l.productId() == product.id());
    if (!own && !named.isEmpty()) {
      String other = named.get(0).productCode();
      candidate.tell("LOT-003", place, field, lot, "lot", lot, "other", other);
    }
  }

  /** By the recipe, else by the product (PRD-016). */
  private void checkShelfLife(BatchCandidate candidate, Batch.Output output, ProductMatch product) {
    Integer days = shelfLife(candidate, product);
    if (days == null || output.dlc() == null) {
      return;
    }
    LocalDate expected = candidate.batch().madeOn().plusDays(days);
    if (Math.abs(ChronoUnit.DAYS.between(expected, output.dlc())) > 1) {
      candidate.tell(
          "PRD-016",
          output.place(),
          "dlc",
          output.dlc().toString(),
          "dlc",
          output.dlc(),
          "days",
          days,
          "expected",
          expected,
          "lot",
          String.valueOf(output.lot()));
    }
  }

  private @Nullable Integer shelfLife(BatchCandidate candidate, ProductMatch product) {
    Recipe recipe = candidate.recipe;
    if (recipe != null && recipe.productId() == product.id()) {
      return recipe.shelfLifeDays();
    }
    ProductTraits.Traits traits = items.traits(product);
    return traits == null ? null : traits.shelfLifeDays();
  }

  private static void checkRipening(BatchCandidate candidate, Batch.Output output) {
    Recipe recipe = candidate.recipe;
    LocalDate in = candidate.batch().ripeningStart();
    LocalDate out = candidate.batch().ripeningEnd();
    if (recipe == null || in == null || out == null) {
      return;
    }
    long days = ChronoUnit.DAYS.between(in, out);
    if (days < recipe.minRipeningDays()) {
      candidate.tell(
          "PRD-015",
          output.place(),
          "ripening_end",
          out.toString(),
          "days",
          days,
          "min",
          recipe.minRipeningDays(),
          "lot",
          String.valueOf(output.lot()));
    }
  }

  private void remember(BatchCandidate candidate, Batch.Output output, ProductMatch product) {
    String lot = String.valueOf(output.lot());
    boolean defect = candidate.batch().quality() == Batch.Quality.DEFAUT_MAJEUR;
    if (defect) {
      candidate.tell("PRD-020", output.place(), "quality_status", lot, "lot", lot);
    }
    LotBook.Entry known = book.own(product.id(), lot);
    String status = known == null ? "AVAILABLE" : known.status();
    book.made(
        lot,
        new LotBook.Entry(
            known == null ? null : known.lotId(),
            product.id(),
            product.code(),
            null,
            output.dlc() != null || known == null ? output.dlc() : known.dlc(),
            defect ? "BLOCKED" : status));
  }

  /** What went in, once the outputs of all batches of the portion are known (PRD-017). */
  void checkInputs(BatchCandidate candidate) {
    Batch batch = candidate.batch();
    for (int i = 0; i < candidate.inputs.size(); i++) {
      Batch.Input input = batch.inputs().get(i);
      ProductMatch product = candidate.inputs.get(i).product();
      if (input.lot() != null) {
        checkInput(candidate, input, input.lot(), product);
      }
    }
  }

  private void checkInput(
      BatchCandidate candidate, Batch.Input input, String lot, ProductMatch product) {
    List<LotBook.Entry> lots = book.of(product.id(), lot);
    String why = lots.size() > 1 ? "reason.lot.several" : null;
    if (lots.size() == 1) {
      why = objection(lots.get(0), candidate.batch().madeOn());
    }
    if (why != null) {
      String dlc = lots.size() == 1 ? String.valueOf(lots.get(0).dlc()) : "";
      candidate.tell(
          "PRD-017", input.place(), "input_lot", lot, "lot", lot, "why", why, "dlc", dlc);
    }
    tellOtherProduct(candidate, input.place(), "input_lot", lot, product);
  }

  private static @Nullable String objection(LotBook.Entry lot, LocalDate usedOn) {
    if (lot.dlc() != null && lot.dlc().isBefore(usedOn)) {
      return "reason.lot.expired";
    }
    if (!NOT_TO_BE_USED.contains(lot.status())) {
      return null;
    }
    return switch (lot.status()) {
      case "QUARANTINE" -> "reason.lot.quarantine";
      case "RECALLED" -> "reason.lot.recalled";
      case "DESTROYED" -> "reason.lot.destroyed";
      default -> "reason.lot.blocked";
    };
  }
}
