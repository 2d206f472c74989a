package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.NumberReading.Ambiguous;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecimalWitnessesTest {

  @Test
  void aColumnWithBothMarksIsNoWitness() {
    assertThat(evidence("12", "1 234", "1.234", "abc").mark()).isNull();
    assertThat(evidence("12", "1,5").mark()).isEqualTo(',');
    assertThat(evidence("1,234,567", "12").mark()).isEqualTo('.');
    assertThat(evidence("1,5", "1.5").mark()).isNull();
  }

  @Test
  void hearsTheWitnessesInTheirOrder() {
    Ambiguous open = (Ambiguous) NumberText.read("1.234");
    for (DecimalWitnesses witnesses :
        List.of(
            new DecimalWitnesses(',', '.', '.', '.', '.'),
            new DecimalWitnesses(null, ',', '.', '.', '.'),
            new DecimalWitnesses(null, null, ',', '.', '.'),
            new DecimalWitnesses(null, null, null, ',', '.'),
            new DecimalWitnesses(null, null, null, null, ','))) {
      assertThat(witnesses.mark()).isEqualTo(',');
      assertThat(witnesses.settle(open))
          .extracting(DecimalWitnesses.Settled::value)
          .isEqualTo(new BigDecimal("1234"));
    }
    assertThat(new DecimalWitnesses(null, null, '.', null, ',').settle(open))
        .isEqualTo(
            new DecimalWitnesses.Settled(new BigDecimal("1.234"), DecimalWitnesses.Witness.FEED));
    assertThat(DecimalWitnesses.NONE.settle(open)).isNull();
  }

  @Test
  void aDelimiterSpeaksForTheMarkThatItLeavesFree() {
    assertThat(DecimalWitnesses.besideDelimiter(';')).isEqualTo(',');
    assertThat(DecimalWitnesses.besideDelimiter('\t')).isEqualTo(',');
    assertThat(DecimalWitnesses.besideDelimiter(',')).isEqualTo('.');
    assertThat(DecimalWitnesses.besideDelimiter('|')).isNull();
  }

  /** They may as well be thousands: dinars have two decimals. */
  @Test
  void ofAmountsWithThreeDecimalsTheDelimiterAloneShowsNothing() throws UnreadableFile {
    SheetSamples.Read read =
        SheetSamples.sheet(
            "Date;N° facture;Client;Montant HT;TVA;Montant TTC",
            "12/10/2026;EU1;Laiterie;12,500;2,375;14,875",
            "13/10/2026;EU2;Laiterie;20,000;3,800;23,800");
    assertThat(SheetSamples.sentences(read))
        .anyMatch(told -> told.startsWith("FMT-003 2 Nombre ambigu « 12,500 » : 12,5 ou 12 500 ?"));
  }

  private static DecimalEvidence evidence(String... texts) {
    DecimalEvidence evidence = new DecimalEvidence();
    for (String text : texts) {
      evidence.add(NumberText.read(text));
    }
    return evidence;
  }
}
