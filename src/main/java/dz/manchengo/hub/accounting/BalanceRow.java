package dz.manchengo.hub.accounting;

import static dz.manchengo.hub.documents.RawDocument.date;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a trial balance on its way to the table, with all that has been found out so far. */
final class BalanceRow {
  private static final Pattern ACCOUNT = Pattern.compile("[1-9][0-9A-Z]{0,19}");

  /** « 311000 – Matières premières » in one cell. */
  private static final Pattern WITH_NAME =
      Pattern.compile("([1-9]\\d{0,11})(?:\\s*[-–:]\\s*|\\s+)(?=\\p{L}{3})(.+)");

  private static final Pattern GROUPING = Pattern.compile("[ .\\u00a0\\u202f-]");

  final RawDocument raw;
  final List<Finding> findings;
  private @Nullable Balance balance;
  Verdict.Outcome outcome = Verdict.Outcome.REJECTED;
  @Nullable Former former;

  private BalanceRow(RawDocument raw) {
    this.raw = raw;
    this.findings = new ArrayList<>(raw.findings());
  }

  static BalanceRow read(RawDocument raw) {
    BalanceRow row = new BalanceRow(raw);
    String account = row.account();
    if (date(raw.header(), "balance_date") == null) {
      row.require("balance_date");
    }
    Amounts amounts = new Amounts(raw.header(), raw.headers().keySet());
    amounts.lacking().ifPresent(row::require);
    if (account != null && row.stands()) {
      row.balance = row.assembled(account, amounts);
    }
    return row;
  }

  private Balance assembled(String account, Amounts amounts) {
    Map<String, Object> values = raw.header();
    Matcher both = WITH_NAME.matcher(Objects.requireNonNullElse(raw.number(), "").strip());
    String name = text(values, "account_name");
    return new Balance(
        new AccountKey(account, Objects.requireNonNull(date(values, "balance_date"))),
        name == null && both.matches() ? both.group(2) : name,
        amounts.balance(),
        amounts.opening(),
        amounts.moved("movement_debit"),
        amounts.moved("movement_credit"),
        date(values, "period_from"));
  }

  /** Its number without grouping and name; null where it is none. */
  private @Nullable String account() {
    String written = raw.number();
    if (written == null) {
      require("account");
      return null;
    }
    Matcher both = WITH_NAME.matcher(written.strip());
    String bare = both.matches() ? both.group(1) : written;
    String account = GROUPING.matcher(bare).replaceAll("").toUpperCase(Locale.ROOT);
    if (ACCOUNT.matcher(account).matches()) {
      return account;
    }
    tell(
        "MDM-019",
        "account",
        written,
        "value",
        written,
        "field",
        label("account"),
        "allowed",
        "reason.account");
    return null;
  }

  /** FMT-001, unless a finding says already why the field has no value. */
  private void require(String field) {
    String header = raw.headers().getOrDefault(field, "");
    boolean said =
        !header.isEmpty()
            && findings.stream()
                .anyMatch(f -> f.severity().rejects() && f.place().column().equals(header));
    if (!said) {
      tell("FMT-001", field, null, "field", label(field));
    }
  }

  void tell(String rule, String field, @Nullable String value, Object... params) {
    String header = raw.headers().getOrDefault(field, "");
    findings.add(
        RuleBook.finding(rule, raw.place().at(header), value, params).withDocument(raw.number()));
  }

  /** As the sender calls it. */
  String label(String field) {
    String header = raw.headers().get(field);
    return header == null ? KnownHeaders.label(field) : header.strip();
  }

  boolean stands() {
    return findings.stream().noneMatch(f -> f.severity().rejects());
  }

  /** Whether it stands and has all that a balance needs. */
  boolean isBalance() {
    return balance != null && stands();
  }

  Balance balance() {
    return Objects.requireNonNull(balance);
  }

  /** What the file leaves out stays as it was given before. */
  void complete(Balance completed) {
    balance = completed;
  }

  void apply(Feed feed) {
    List<Finding> applied = feed.applied(findings);
    if (applied != findings) {
      findings.clear();
      findings.addAll(applied);
    }
  }

  Verdict verdict() {
    return stands()
        ? new Verdict(raw, outcome, Verdict.Totals.ZERO, findings)
        : Verdict.rejected(raw, findings);
  }
}
