package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.DateOrderEvidence.Settled;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateOrderEvidenceTest {
  private static final DateReading.DayMonthOpen OPEN =
      (DateReading.DayMonthOpen) DateText.read("03/04/2026");
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 3);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 4);

  @Test
  void oneDayAfterTheTwelfthConfirmsTheOrderOfTheFeed() {
    assertThat(texts("03/04/2026", "25/03/2026").settle(OPEN, DateOrder.DMY))
        .isEqualTo(new Settled(APRIL, false));
    assertThat(texts("03/04/2026", "3/25/2026").settle(OPEN, DateOrder.MDY))
        .isEqualTo(new Settled(MARCH, false));
  }

  @Test
  void severalDifferentDatesTurnAColumnAgainstItsFeed() {
    assertThat(
            texts("03/04/2026", "25/03/2026", "26/03/2026", "27/03/2026")
                .settle(OPEN, DateOrder.MDY))
        .isEqualTo(new Settled(APRIL, false));
    DateOrderEvidence american = texts("03/04/2026", "3/25/2026", "3/26/2026", "3/27/2026");
    assertThat(american.settle(OPEN, DateOrder.DMY)).isEqualTo(new Settled(MARCH, false));
    assertThat(american.turns(DateOrder.DMY)).isTrue();
    assertThat(american.example(DateOrder.DMY)).isEqualTo("3/25/2026");
  }

  /** The lines of one mistyped invoice repeat its date. */
  @Test
  void oneDateHoweverOftenTurnsNothing() {
    DateOrderEvidence slip =
        texts("03/04/2026", "04/16/2026", "04/16/2026", "04/16/2026", "04/16/2026");
    assertThat(slip.settle(OPEN, DateOrder.DMY)).isNull();
    assertThat(slip.order(DateOrder.DMY)).isNull();
    assertThat(slip.turns(DateOrder.DMY)).isFalse();
  }

  @Test
  void aDateThatIsInNoCalendarSpeaksAgainstTurning() {
    DateOrderEvidence column =
        texts("03/04/2026", "3/25/2026", "3/26/2026", "3/27/2026", "31/11/2026");
    assertThat(column.settle(OPEN, DateOrder.DMY)).isNull();
  }

  @Test
  void withoutEvidenceTheFeedDecidesAndItIsSaid() {
    DateOrderEvidence none = texts("03/04/2026", "05/05/2026", "2026-04-25", "31/02/2026");
    assertThat(none.order(DateOrder.DMY)).isNull();
    assertThat(none.settle(OPEN, DateOrder.DMY)).isEqualTo(new Settled(APRIL, true));
    assertThat(none.settle(OPEN, DateOrder.MDY)).isEqualTo(new Settled(MARCH, true));
  }

  @Test
  void aColumnThatContradictsItselfSettlesNothing() {
    DateOrderEvidence both = texts("25/03/2026", "3/25/2026");
    assertThat(both.isInDoubt(DateOrder.DMY)).isTrue();
    assertThat(both.order(DateOrder.DMY)).isNull();
    assertThat(both.settle(OPEN, DateOrder.DMY)).isNull();
  }

  @Test
  void seesThatASpreadsheetSwappedDayAndMonth() {
    DateOrderEvidence swapped = texts("25/03/2026", "13/04/2026");
    real(swapped, 2026, 3, 4);
    real(swapped, 2026, 12, 12);
    assertThat(swapped.isSwappedBySpreadsheet()).isTrue();
    assertThat(swapped.realDates()).isEqualTo(2);
  }

  @Test
  void aRealDateAfterTheTwelfthWasNotSwapped() {
    DateOrderEvidence mixed = texts("25/03/2026");
    real(mixed, 2026, 3, 4);
    real(mixed, 2026, 3, 13);
    assertThat(mixed.isSwappedBySpreadsheet()).isFalse();
  }

  @Test
  void aTextThatCouldHaveBeenSwappedAndWasNotSpeaksAgainstIt() {
    for (String text : new String[] {"03/04/2026", "05/05/2026", "2026-04-25", "3/25/2026"}) {
      DateOrderEvidence mixed = texts("25/03/2026", text);
      real(mixed, 2026, 3, 4);
      assertThat(mixed.isSwappedBySpreadsheet()).as(text).isFalse();
    }
  }

  @Test
  void realDatesAloneOrTextAloneAreNoSignature() {
    DateOrderEvidence real = new DateOrderEvidence();
    real(real, 2026, 3, 4);
    assertThat(real.isSwappedBySpreadsheet()).isFalse();
    assertThat(texts("25/03/2026").isSwappedBySpreadsheet()).isFalse();
  }

  private static DateOrderEvidence texts(String... texts) {
    DateOrderEvidence evidence = new DateOrderEvidence();
    for (String text : texts) {
      evidence.add(new Cell.Text(text), DateText.read(text));
    }
    return evidence;
  }

  private static void real(DateOrderEvidence evidence, int year, int month, int day) {
    LocalDate date = LocalDate.of(year, month, day);
    evidence.add(new Cell.Moment(date.atStartOfDay()), new DateReading.Exact(date));
  }
}
