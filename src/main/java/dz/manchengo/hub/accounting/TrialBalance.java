package dz.manchengo.hub.accounting;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one file by their days. Where they begin with capital (class 1) and are of
 * several classes they are all of them: then debits and credits come to the same.
 */
final class TrialBalance {
  /** No chart of accounts has so many; what is longer is not summed up. */
  private static final int MOST = 50_000;

  private static final int FEWEST_CLASSES = 3;

  private final Map<LocalDate, NavigableMap<String, BigDecimal>> amounts = new TreeMap<>();
  private final Map<AccountKey, Place> places = new HashMap<>();
  private boolean tooLong;

  /** Takes a balance in; the row that gave the same account before, or null. */
  @Nullable Place add(Balance balance, Place place) {
    Place first = places.putIfAbsent(balance.key(), place);
    if (first == null) {
      amounts
          .computeIfAbsent(balance.key().day(), day -> new TreeMap<>())
          .put(balance.key().account(), balance.amount());
    }
    if (places.size() > MOST) {
      tooLong = true;
      places.clear();
      amounts.clear();
    }
    return first;
  }

  /** FIL-064 for each day whose sides differ. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    amounts.forEach(
        (day, accounts) -> {
          if (!tooLong && isWhole(accounts)) {
            compare(day, accounts, findings);
          }
        });
    return findings;
  }

  private static boolean isWhole(NavigableMap<String, BigDecimal> accounts) {
    return accounts.firstKey().startsWith("1")
        && accounts.keySet().stream().map(a -> a.charAt(0)).collect(Collectors.toSet()).size()
            >= FEWEST_CLASSES;
  }

  private static void compare(
      LocalDate day, NavigableMap<String, BigDecimal> accounts, List<Finding> findings) {
    Money debit = Money.ZERO;
    Money credit = Money.ZERO;
    for (Map.Entry<String, BigDecimal> one : accounts.entrySet()) {
      Money amount = new Money(one.getValue());
      if (amount.signum() != 0 && !isSum(one.getKey(), amount, accounts)) {
        debit = amount.signum() > 0 ? debit.plus(amount) : debit;
        credit = amount.signum() < 0 ? credit.minus(amount) : credit;
      }
    }
    if (!debit.equals(credit)) {
      findings.add(
          RuleBook.finding(
              "FIL-064",
              Place.FILE,
              debit.text(),
              "date",
              Days.of(day),
              "debit",
              debit.text(),
              "credit",
              credit.text(),
              "delta",
              debit.minus(credit).text()));
    }
  }

  /** « 31 » above 310000 and 311000 is what these come to; view v_ledger_account says the same. */
  private static boolean isSum(
      String account, Money amount, NavigableMap<String, BigDecimal> accounts) {
    NavigableMap<String, BigDecimal> below = below(account, accounts);
    return !below.isEmpty()
        && below.entrySet().stream()
            .filter(one -> below(one.getKey(), below).isEmpty())
            .map(one -> new Money(one.getValue()))
            .reduce(Money.ZERO, Money::plus)
            .equals(amount);
  }

  private static NavigableMap<String, BigDecimal> below(
      String account, NavigableMap<String, BigDecimal> accounts) {
    return accounts.subMap(account, false, account + Character.MAX_VALUE, false);
  }
}
