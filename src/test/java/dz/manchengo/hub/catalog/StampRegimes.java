package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The regimes of §1.4 for tests; in production they are rows. */
public final class StampRegimes {
  private static final StampRegime.Bracket ONE_PER_HUNDRED =
      new StampRegime.Bracket(null, BigDecimal.ONE);

  public static final StampRegime UNTIL_2022 =
      new StampRegime(
          "art. 100 code du timbre, avant LF 2023",
          LocalDate.of(2003, 1, 1),
          LocalDate.of(2022, 12, 31),
          Money.of("20"),
          Money.of("100"),
          Money.of("5"),
          Money.of("2500"),
          List.of(ONE_PER_HUNDRED));

  public static final StampRegime LF_2023 =
      new StampRegime(
          "LF 2023 art. 18",
          LocalDate.of(2023, 1, 1),
          LocalDate.of(2024, 12, 31),
          Money.of("20"),
          Money.of("100"),
          Money.of("5"),
          Money.of("10000"),
          List.of(ONE_PER_HUNDRED));

  public static final StampRegime LF_2025 =
      new StampRegime(
          "LF 2025 art. 46",
          LocalDate.of(2025, 1, 1),
          null,
          Money.of("300"),
          Money.of("100"),
          Money.of("5"),
          null,
          List.of(
              new StampRegime.Bracket(null, new BigDecimal("2")),
              new StampRegime.Bracket(Money.of("100000"), new BigDecimal("1.5")),
              new StampRegime.Bracket(Money.of("30000"), BigDecimal.ONE)));

  public static final StampSchedule SCHEDULE =
      new StampSchedule(List.of(UNTIL_2022, LF_2025, LF_2023));

  private StampRegimes() {}
}
