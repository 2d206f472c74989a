package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Property
  void aLineEndsNowhere(@ForAll String words) {
    assertThat(Wording.line(words).lines().count()).isLessThanOrEqualTo(1);
    assertThat(Wording.line(words)).doesNotContain("\0", "\r", "\n", "\u2028", "\u0085");
  }

  @Property
  void whatIsCleanStaysAsItIs(@ForAll String words) {
    String clean = Wording.text(words);
    assertThat(Wording.text(clean)).isEqualTo(clean);
    assertThat(clean).doesNotContain("\0", "\r");
  }

  @Test
  void lettersOfAllLanguagesStay() {
    assertThat(Wording.line("Été — فاتورة 🧀")).isEqualTo("Été — فاتورة 🧀");
    assertThat(Wording.text("a\r\n\tb\0\ud800")).isEqualTo("a\n\tb \ufffd");
  }

  @Test
  void anAddressThatIsCutIsNoAddress() {
    String local = "a".repeat(400) + "@client.test";
    Letter letter = Letter.plain(List.of(local, local), "s", "t", "h");
    assertThat(letter.to()).hasSize(1).allMatch(address -> address.endsWith(" …"));
  }
}
