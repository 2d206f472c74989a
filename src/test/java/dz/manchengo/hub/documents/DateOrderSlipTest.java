package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many dates it takes to turn a column against its feed. */
class DateOrderSlipTest {
  @Test
  void oneSlipDoesNotTurnTheDatesAroundIt() {
    DateOrderEvidence evidence =
        evidence(List.of("01/04/2026", "02/04/2026", "03/04/2026", "05/04/2026", "04/13/2026"));
    assertThat(evidence.settle(open("03/04/2026"), DateOrder.DMY)).isNull();
  }

  @Test
  void aColumnThatIsMonthFirstIsReadSo() {
    DateOrderEvidence evidence =
        evidence(List.of("03/04/2026", "04/13/2026", "04/27/2026", "04/28/2026"));
    assertThat(evidence.settle(open("03/04/2026"), DateOrder.DMY))
        .isEqualTo(new DateOrderEvidence.Settled(LocalDate.of(2026, 3, 4), false));
  }

  private static DateOrderEvidence evidence(List<String> texts) {
    DateOrderEvidence evidence = new DateOrderEvidence();
    for (String text : texts) {
      evidence.add(new Cell.Text(text), DateText.read(text));
    }
    return evidence;
  }

  private static DateReading.DayMonthOpen open(String text) {
    return (DateReading.DayMonthOpen) DateText.read(text);
  }
}
