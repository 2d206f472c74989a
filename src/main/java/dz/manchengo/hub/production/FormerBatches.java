package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Enumerations;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables hold already of the batches in a file, and of the recipes they name. */
@Component
class FormerBatches {
  private final JdbcClient db;
  private final Origins origins;

  FormerBatches(JdbcClient db, Origins origins) {
    this.db = db;
    this.origins = origins;
  }

  /** The same content again changes nothing (PRD-023). */
  void recognise(long submission, List<BatchCandidate> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    for (FormerBatch former : lookUp(candidates)) {
      BatchCandidate candidate = candidates.get(former.position());
      candidate.former = former;
      candidate.unchanged = former.contentHash().equals(BatchFingerprint.sha256(candidate.batch()));
      if (candidate.unchanged) {
        String origin = origins.of(submission, former);
        String number = candidate.batch().number();
        candidate.tell("PRD-023", "batch_no", number, "no", number, "origin", origin);
      }
    }
  }

  private List<FormerBatch> lookUp(List<BatchCandidate> candidates) {
    return db.sql(Sql.file("production/find_former_batches.sql"))
        .param(
            "numbers",
            candidates.stream()
                .map(c -> DocumentNumber.norm(c.batch().number()))
                .toArray(String[]::new))
        .query(FormerBatches::former)
        .list();
  }

  private static FormerBatch former(ResultSet row, int number) throws SQLException {
    return new FormerBatch(
        row.getInt("position"),
        row.getLong("batch_id"),
        row.getInt("revision"),
        row.getString("content_hash"),
        row.getDate("made_on").toLocalDate(),
        row.getString("status"),
        row.getBigDecimal("qty_produced"),
        row.getInt("inputs"),
        row.getString("used"),
        row.getBigDecimal("milk_litres"),
        Arrays.stream(row.getString("lots").split(",", -1))
            .filter(id -> !id.isEmpty())
            .map(Long::valueOf)
            .toList(),
        row.getLong("submission_id"),
        row.getString("source_sheet"),
        row.getInt("source_row"));
  }

  /** Another content is a revision (PRD-002); units are known by now. */
  void tellRevision(long submission, BatchCandidate candidate) {
    FormerBatch before = candidate.former;
    if (before != null && before.inputs() > 0 && !InputLines.haveAPlace(candidate)) {
      String number = candidate.batch().number();
      candidate.tell("PRD-024", "batch_no", number, "no", number, "n", before.inputs());
    }
    if (before != null) {
      candidate.tell(
          "PRD-002",
          "batch_no",
          candidate.batch().number(),
          "no",
          candidate.batch().number(),
          "rev",
          candidate.revision(),
          "diff",
          difference(candidate, before),
          "origin",
          origins.of(submission, before));
    }
  }

  private static String difference(BatchCandidate candidate, FormerBatch former) {
    Batch batch = candidate.batch();
    List<String> differences = new ArrayList<>();
    add(differences, "date", former.madeOn(), batch.madeOn());
    add(
        differences,
        "{reason.change.status}",
        word(Batch.Status.valueOf(former.status())),
        word(batch.status()));
    add(
        differences,
        "{reason.change.quantity}",
        plain(former.qtyProduced()),
        plain(Yields.produced(batch)));
    add(differences, "{reason.change.inputs}", former.inputs(), batch.inputs().size());
    String used = Objects.requireNonNullElse(former.used(), "–").replace('.', ',');
    add(differences, "{reason.change.used}", used, used(candidate));
    add(differences, "{reason.change.milk}", plain(former.milkLitres()), plain(batch.milkLitres()));
    add(differences, "{reason.change.lots}", former.lots().size(), lots(batch));
    return differences.isEmpty() ? "reason.change.detail" : String.join(" ; ", differences);
  }

  /** As the statement sums up the former one's. */
  private static String used(BatchCandidate candidate) {
    Map<String, BigDecimal> byUnit =
        new TreeMap<>(Comparator.comparing(u -> u.isEmpty() ? "~" : u));
    List<Batch.Input> inputs = candidate.batch().inputs();
    for (int i = 0; i < candidate.inputs.size(); i++) {
      String uom = Objects.requireNonNullElse(candidate.inputs.get(i).uom(), "");
      byUnit.merge(uom, inputs.get(i).quantity(), BigDecimal::add);
    }
    return byUnit.isEmpty()
        ? "–"
        : byUnit.entrySet().stream()
            .map(one -> (number(one.getValue()) + " " + one.getKey()).strip())
            .collect(Collectors.joining(" + "));
  }

  private static String number(BigDecimal quantity) {
    return quantity.stripTrailingZeros().toPlainString().replace('.', ',');
  }

  private static long lots(Batch batch) {
    return batch.outputs().stream().filter(o -> o.lot() != null).count();
  }

  private static void add(List<String> differences, String what, Object before, Object now) {
    if (!before.toString().equals(now.toString())) {
      differences.add(what + " " + before + " → " + now);
    }
  }

  private static String word(Batch.Status status) {
    return "{" + Enumerations.reason(status) + "}";
  }

  private static String plain(@Nullable BigDecimal quantity) {
    return quantity == null ? "–" : Figures.of(quantity);
  }

  /** The recipes that the batches name by their codes. */
  void findRecipes(List<BatchCandidate> candidates) {
    String[] codes =
        candidates.stream()
            .map(c -> c.batch().recipe())
            .filter(Objects::nonNull)
            .distinct()
            .toArray(String[]::new);
    if (codes.length == 0) {
      return;
    }
    Map<String, Recipe> recipes =
        db
            .sql(Sql.file("production/find_recipes.sql"))
            .param("codes", codes)
            .query(Recipe.class)
            .stream()
            .collect(Collectors.toMap(Recipe::recipeCode, Function.identity()));
    candidates.forEach(c -> c.recipe = recipes.get(String.valueOf(c.batch().recipe())));
  }
}
