package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.StockMovement.Origin;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.platform.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The movements of one file on their way to the ledger. Reversals wait until the others of their
 * file are written: what they take back may stand below them.
 */
final class MovementSession implements DocumentPosting.Session {
  /** Reversals that may wait; a file of nothing else takes back movements of other files. */
  private static final int MOST_WAITING = 5_000;

  private final DocumentPosting.Posting posting;
  private final Feed feed;
  private final Parts parts;
  private final @Nullable LocalDate closedThrough;
  private final MovementAssembly assembly = new MovementAssembly();
  private final MovementPlaces places = new MovementPlaces();
  private final TransferHalves halves = new TransferHalves();
  private final List<MovementRow> waiting = new ArrayList<>();
  private Map<String, String> headers = Map.of();

  /** What it works with; all but the tables are this file's own. */
  record Parts(
      StockReferences.OfFile references,
      MovementParties parties,
      MovementKeys keys,
      FormerMovements former,
      Reversals reversals,
      ProductCosts costs,
      Ledger ledger,
      NegativeStock negative,
      CountedBefore counted,
      Freezes.Current freezes) {}

  MovementSession(DocumentPosting.Posting posting, Parts parts, @Nullable LocalDate closedThrough) {
    this.posting = posting;
    this.feed = posting.feed();
    this.parts = parts;
    this.closedThrough = closedThrough;
  }

  @Override
  public void post(List<RawDocument> documents, DocumentPosting.Answers answers) {
    headers = documents.get(0).headers();
    List<MovementRow> rows = documents.stream().map(places::settled).map(MovementRow::new).toList();
    assembly.see(rows);
    rows.forEach(assembly::assemble);
    rows.stream().filter(MovementRow::isAssembled).forEach(parts.keys()::assign);
    judge(rows);
    List<MovementRow> now = new ArrayList<>();
    for (MovementRow row : rows) {
      (row.isReversal() && row.toBeWritten() ? waiting : now).add(row);
    }
    write(now, answers);
    if (waiting.size() > MOST_WAITING) {
      writeWaiting(answers);
    }
  }

  private void judge(List<MovementRow> rows) {
    parts.references().settle(rows);
    parts.parties().settle(standing(rows));
    standing(rows).forEach(MovementSession::checkTransfer);
    parts.former().recognise(standing(rows));
    standing(rows).forEach(this::checkPeriod);
    standing(rows).forEach(parts.freezes()::check);
    standing(rows).forEach(MovementSession::tellTwin);
    standing(rows).forEach(MovementSession::tellAdjustment);
    rows.forEach(row -> row.apply(feed));
    halves.see(rows);
  }

  /** MVT-010: a row copied twice, or two pallets of one delivery. Nobody knows: both count. */
  private static void tellTwin(MovementRow row) {
    if (row.twin != null && !row.unchanged) {
      String reference = row.movement().reference();
      row.tell("MVT-010", "ref_no", reference, "ref", reference, "origin", Origins.here(row.twin));
    }
  }

  /** MVT-020: no count of the hub is behind it, and nobody has approved it here. */
  private static void tellAdjustment(MovementRow row) {
    if (row.movement().origin() == Origin.INVENTAIRE && !row.unchanged) {
      row.tell(
          "MVT-020",
          "origin",
          Origin.INVENTAIRE.name(),
          "ref",
          row.movement().reference(),
          "qty",
          Figures.of(row.quantity()),
          "product",
          row.product().code());
    }
  }

  private static void checkTransfer(MovementRow row) {
    if (row.destination != null && row.destination.id() == row.warehouse().id()) {
      String way = row.warehouse().code() + " → " + row.warehouse().code();
      row.tell("MVT-001", "warehouse_to", way, "origin", row.movement().origin(), "qty", way);
    }
  }

  private void checkPeriod(MovementRow row) {
    LocalDate date = row.movement().effectiveAt().toLocalDate();
    if (closedThrough != null && !row.unchanged && !date.isAfter(closedThrough)) {
      row.tell("MVT-003", "effective_at", date.toString(), "date", date);
    }
  }

  private void writeWaiting(DocumentPosting.Answers answers) {
    parts.reversals().find(waiting);
    write(waiting, answers);
    waiting.clear();
  }

  private void write(List<MovementRow> rows, DocumentPosting.Answers answers) {
    List<MovementRow> toWrite = standing(rows).stream().filter(r -> !r.unchanged).toList();
    List<LedgerEntry> entries = parts.costs().entries(toWrite);
    parts.reversals().remember(entries);
    parts.parties().change(toWrite);
    if (posting.writes()) {
      parts.ledger().append(posting.submission(), entries);
    }
    for (MovementRow row : rows) {
      row.apply(feed);
      answers.verdict(
          row.verdict(row.unchanged ? Verdict.Outcome.UNCHANGED : Verdict.Outcome.CREATED));
    }
  }

  @Override
  public void end(DocumentPosting.Answers answers) {
    writeWaiting(answers);
    List<Finding> findings = new ArrayList<>();
    halves.findings(headers.getOrDefault("ref_no", "")).forEach(findings::add);
    if (posting.writes()) {
      String header = headers.getOrDefault("product_code", "");
      findings.addAll(parts.negative().of(posting.submission(), header));
      findings.addAll(parts.counted().of(posting.submission(), header));
    }
    for (Finding finding : findings) {
      Finding applied = feed.apply(finding);
      if (applied != null && !applied.severity().rejects()) {
        answers.finding(Objects.requireNonNull(applied));
      }
    }
  }

  private List<MovementRow> standing(List<MovementRow> rows) {
    rows.forEach(row -> row.apply(feed));
    return rows.stream().filter(row -> row.stands() && row.isAssembled()).toList();
  }
}
