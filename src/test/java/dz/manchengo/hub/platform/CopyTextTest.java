package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyTextTest {
  @Test
  void valuesAreTextBetweenTabs() {
    assertThat(text(1L, new BigDecimal("12.50"), LocalDate.of(2026, 1, 5), null, "", "Lait"))
        .isEqualTo("1\t12.50\t2026-01-05\t\\N\t\tLait\n");
  }

  @Test
  void whatCopyWouldMistakeIsEscaped() {
    assertThat(text("a\\b\tc\nd\re")).isEqualTo("a\\\\b\\tc\\nd\\re\n");
    assertThat(text("é\\b\tc\nd\re")).isEqualTo("é\\\\b\\tc\\nd\\re\n");
    assertThat(text("\\.")).isEqualTo("\\\\.\n");
  }

  @Test
  void whatNoTextOfPostgresHoldsIsReplaced() {
    assertThat(text("a\0b", "é\0", "\uD83D", "x\uDE00", "\uD83D\uDE00"))
        .isEqualTo("a\uFFFDb\té\uFFFD\t\uFFFD\tx\uFFFD\t\uD83D\uDE00\n");
  }

  @Test
  void rowsGrowBeyondTheFirstBuffer() {
    CopyText rows = new CopyText(16);
    rows.row("lait".repeat(100));
    rows.row("crème".repeat(100));

    assertThat(new String(rows.take(), StandardCharsets.UTF_8))
        .isEqualTo("lait".repeat(100) + "\n" + "crème".repeat(100) + "\n");
    assertThat(rows.length()).isZero();
  }

  private static String text(@Nullable Object... values) {
    CopyText row = new CopyText(64);
    row.row(values);
    return new String(row.take(), StandardCharsets.UTF_8);
  }
}
