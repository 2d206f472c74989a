package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class HintsTest {
  @Test
  void speaksBothLanguagesAndFillsItsPlaceholders() {
    Finding finding = hinting("hint.line-left-out");
    assertThat(Hints.text(finding, Locale.FRENCH))
        .isEqualTo("la ligne 3 n'est pas comptée dans les totaux déclarés");
    assertThat(Hints.text(finding, Locale.ENGLISH))
        .isEqualTo("line 3 is not counted in the declared totals");
  }

  @Test
  void isSilentWhereThereIsNoHint() {
    assertThat(Hints.text(RuleBook.finding("INV-002", Place.FILE, null), Locale.FRENCH)).isEmpty();
  }

  @Test
  void knowsItsKeys() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hints.text(hinting("hint.none"), Locale.FRENCH));
  }

  @Test
  void whatWasNotMadeAfterAllIsNotSaidToBe() {
    assertThat(Hints.text(hinting(Hints.CREATED).withoutRecord(), Locale.FRENCH)).isEmpty();
    Finding other = hinting("hint.line-left-out");
    assertThat(other.withoutRecord()).isEqualTo(other);
  }

  private static Finding hinting(String key) {
    return RuleBook.finding("INV-013", Place.FILE, null, Hints.PARAM, key, "hint_line", 3);
  }
}
