package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.platform.CopyIn;
import dz.manchengo.hub.platform.NewIds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes batches, what went in and came out, and what was measured, by COPY. */
@Component
class BatchTables {
  private final JdbcClient db;
  private final DataSource source;
  private final LotWriting lots;

  BatchTables(JdbcClient db, DataSource source, LotWriting lots) {
    this.db = db;
    this.source = source;
    this.lots = lots;
  }

  void write(long submission, List<BatchCandidate> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    assignIds(candidates);
    lots.write(submission, candidates);
    supersede(candidates);
    writeBatches(submission, candidates);
    writeOutputs(submission, candidates);
    writeInputs(submission, candidates);
    writeTests(submission, candidates);
  }

  private void assignIds(List<BatchCandidate> candidates) {
    List<Long> ids = NewIds.take(db, "production_batch", "batch_id", candidates.size());
    for (int i = 0; i < ids.size(); i++) {
      candidates.get(i).id = ids.get(i);
    }
  }

  private void supersede(List<BatchCandidate> candidates) {
    Long[] former =
        candidates.stream()
            .map(c -> c.former)
            .filter(Objects::nonNull)
            .map(FormerBatch::batchId)
            .toArray(Long[]::new);
    if (former.length > 0) {
      db.sql("UPDATE production_batch SET is_current = false WHERE batch_id = ANY (:ids)")
          .param("ids", former)
          .update();
    }
  }

  private void writeBatches(long submission, List<BatchCandidate> candidates) {
    try (CopyIn copy =
        CopyIn.into(
            source,
            "production_batch",
            "batch_id",
            "batch_no",
            "batch_no_norm",
            "revision",
            "supersedes_id",
            "content_hash",
            "product_id",
            "recipe_id",
            "recipe_text",
            "status",
            "made_on",
            "started_at",
            "ended_at",
            "operator",
            "milk_litres",
            "milk_fat_pct",
            "milk_protein_pct",
            "qty_planned",
            "qty_produced",
            "uom_code",
            "input_kg",
            "output_kg",
            "loss_kg",
            "loss_reason",
            "decl_yield_pct",
            "comp_yield_pct",
            "ripening_start",
            "ripening_end",
            "cellar_code",
            "quality_status",
            "note",
            "submission_id",
            "source_sheet",
            "source_row")) {
      candidates.forEach(candidate -> writeBatch(copy, submission, candidate));
      copy.end();
    }
  }

  private static void writeBatch(CopyIn copy, long submission, BatchCandidate candidate) {
    Batch batch = candidate.batch();
    copy.row(
        candidate.id,
        batch.number(),
        DocumentNumber.norm(batch.number()),
        candidate.revision(),
        candidate.former == null ? null : candidate.former.batchId(),
        BatchFingerprint.sha256(batch),
        candidate.product().product().id(),
        candidate.recipe == null ? null : candidate.recipe.recipeId(),
        batch.recipe(),
        batch.status(),
        batch.madeOn(),
        batch.startedAt(),
        batch.endedAt(),
        batch.operator(),
        batch.milkLitres(),
        batch.measures().get(Measure.FAT.field),
        batch.measures().get(Measure.PROTEIN.field),
        batch.planned(),
        Yields.produced(batch),
        candidate.outputs.isEmpty() ? null : candidate.outputs.get(0).uom(),
        rounded(candidate.yields.inputKg()),
        rounded(candidate.yields.outputKg()),
        batch.lossKg(),
        batch.lossReason(),
        batch.declaredYield(),
        rounded(candidate.yields.planPct()),
        batch.ripeningStart(),
        batch.ripeningEnd(),
        batch.cellar(),
        batch.quality(),
        batch.note(),
        submission,
        batch.place().sheet(),
        batch.place().row());
  }

  private void writeOutputs(long submission, List<BatchCandidate> candidates) {
    try (CopyIn copy =
        CopyIn.into(
            source,
            "batch_output",
            "batch_id",
            "line_no",
            "product_id",
            "lot_id",
            "qty",
            "uom_code",
            "weight_kg",
            "output_kind",
            "submission_id",
            "source_sheet",
            "source_row")) {
      for (BatchCandidate candidate : candidates) {
        for (int i = 0; i < candidate.outputs.size(); i++) {
          writeOutput(copy, submission, candidate, i);
        }
      }
      copy.end();
    }
  }

  /** Another product than the batch's came out beside it. */
  private static void writeOutput(
      CopyIn copy, long submission, BatchCandidate candidate, int index) {
    Batch.Output output = candidate.batch().outputs().get(index);
    ResolvedItem item = candidate.outputs.get(index);
    boolean main = item.product().id() == candidate.product().product().id();
    copy.row(
        candidate.id,
        index + 1,
        item.product().id(),
        item.lotId(),
        output.quantity(),
        item.uom(),
        output.weightKg() != null ? output.weightKg() : positive(item.kg()),
        main ? "MAIN" : "COPRODUCT",
        submission,
        output.place().sheet(),
        output.place().row());
  }

  private void writeInputs(long submission, List<BatchCandidate> candidates) {
    try (CopyIn copy =
        CopyIn.into(
            source,
            "batch_input",
            "batch_id",
            "line_no",
            "product_id",
            "lot_id",
            "qty_planned",
            "qty_used",
            "uom_code",
            "unit_cost",
            "submission_id",
            "source_sheet",
            "source_row")) {
      for (BatchCandidate candidate : candidates) {
        for (int i = 0; i < candidate.inputs.size(); i++) {
          writeInput(copy, submission, candidate, i);
        }
      }
      copy.end();
    }
  }

  private static void writeInput(
      CopyIn copy, long submission, BatchCandidate candidate, int index) {
    Batch.Input input = candidate.batch().inputs().get(index);
    ResolvedItem item = candidate.inputs.get(index);
    copy.row(
        candidate.id,
        index + 1,
        item.product().id(),
        item.lotId(),
        input.planned(),
        input.quantity(),
        item.uom(),
        input.unitCost(),
        submission,
        input.place().sheet(),
        input.place().row());
  }

  private void writeTests(long submission, List<BatchCandidate> candidates) {
    try (CopyIn copy =
        CopyIn.into(
            source,
            "quality_test",
            "batch_id",
            "stage",
            "parameter",
            "value_num",
            "unit",
            "limit_min",
            "limit_max",
            "verdict",
            "tested_on",
            "tested_by",
            "submission_id",
            "source_sheet",
            "source_row")) {
      for (BatchCandidate candidate : candidates) {
        for (Measure measure : Measure.values()) {
          BigDecimal value = candidate.batch().measures().get(measure.field);
          if (value != null) {
            writeTest(copy, submission, candidate, measure, value);
          }
        }
      }
      copy.end();
    }
  }

  private static void writeTest(
      CopyIn copy, long submission, BatchCandidate candidate, Measure measure, BigDecimal value) {
    Batch batch = candidate.batch();
    Measure.Range usual = measure.usual();
    copy.row(
        candidate.id,
        measure.stage,
        measure.parameter,
        value,
        measure.unit,
        usual == null ? null : usual.min(),
        usual == null ? null : usual.max(),
        usual == null ? "INFO" : measure.fails(value) ? "FAIL" : "PASS",
        batch.madeOn(),
        batch.operator(),
        submission,
        batch.place().sheet(),
        batch.place().row());
  }

  private static @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
    return value == null ? null : value.setScale(4, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal positive(@Nullable BigDecimal value) {
    BigDecimal rounded = rounded(value);
    return rounded == null || rounded.signum() <= 0 ? null : rounded;
  }
}
