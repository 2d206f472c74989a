package dz.manchengo.hub.accounting;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.platform.Days;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The balances of one file on their way to the table. */
final class BalanceSession implements DocumentPosting.Session {
  private final DocumentPosting.Posting posting;
  private final BalanceTables tables;
  private final Origins origins;
  private final TrialBalance whole = new TrialBalance();

  BalanceSession(DocumentPosting.Posting posting, BalanceTables tables, Origins origins) {
    this.posting = posting;
    this.tables = tables;
    this.origins = origins;
  }

  @Override
  public void post(List<RawDocument> documents, DocumentPosting.Answers answers) {
    List<BalanceRow> rows = documents.stream().map(BalanceRow::read).toList();
    rows.forEach(row -> row.apply(posting.feed()));
    List<BalanceRow> standing = rows.stream().filter(BalanceRow::isBalance).toList();
    Map<AccountKey, Former> former =
        tables.former(standing.stream().map(row -> row.balance().key()).toList());
    standing.forEach(row -> judge(row, former.get(row.balance().key())));
    if (posting.writes()) {
      tables.write(posting.submission(), standing.stream().filter(BalanceSession::isNew).toList());
    }
    rows.forEach(row -> answers.verdict(row.verdict()));
  }

  /** FIL-064: what a whole trial balance comes to, of all rows that stand. */
  @Override
  public void end(DocumentPosting.Answers answers) {
    whole.findings().stream()
        .flatMap(finding -> posting.feed().applied(List.of(finding)).stream())
        .forEach(answers::finding);
  }

  private static boolean isNew(BalanceRow row) {
    return row.stands() && row.outcome != Outcome.UNCHANGED;
  }

  private void judge(BalanceRow row, @Nullable Former former) {
    Place first = whole.add(row.balance(), row.raw.place());
    if (first != null) {
      tellAgain(row, first.row());
    } else if (former == null) {
      row.outcome = Outcome.CREATED;
    } else if (former.submissionId() == posting.submission()) {
      tellAgain(row, former.sourceRow());
    } else {
      compare(row, former);
    }
    row.apply(posting.feed());
  }

  /** MDM-035: which of two rows holds nobody has said. */
  private static void tellAgain(BalanceRow row, int first) {
    AccountKey key = row.balance().key();
    row.tell(
        "MDM-035",
        "account",
        key.account(),
        "account",
        key.account(),
        "date",
        Days.of(key.day()),
        "row",
        first);
  }

  /** MDM-016, MDM-017: as it was, or old and new. */
  private void compare(BalanceRow row, Former former) {
    row.former = former;
    row.complete(row.balance().completedBy(former.asBalance()));
    String changes = Changes.of(former.asBalance(), row);
    row.outcome = changes.isEmpty() ? Outcome.UNCHANGED : Outcome.REVISED;
    AccountKey key = row.balance().key();
    row.tell(
        changes.isEmpty() ? "MDM-016" : "MDM-017",
        "account",
        key.account(),
        "entity",
        "reason.entity.balance",
        "code",
        key.account() + " " + Days.of(key.day()),
        "changes",
        changes,
        "origin",
        origins.of(posting.submission(), former));
  }
}
