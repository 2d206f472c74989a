package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.ReadingSamples.parts;
import static dz.manchengo.hub.documents.ReadingSamples.refusal;
import static dz.manchengo.hub.documents.ReadingSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  private static final String CELL = "<sheetData><row><c><v>1</v></c></row></sheetData>";
  private static final String DAMAGED =
      "FIL-001 Fichier illisible : le fichier est tronqué ou abîmé";

  private static byte[] with(String name, String content) {
    Map<String, String> parts = parts(CELL);
    parts.put(name, content);
    return zip(parts);
  }

  @Test
  void refusesABombByItsRatio() {
    assertThat(refusal(with("xl/media/a.bin", "0".repeat(50 << 20))))
        .startsWith("FIL-011")
        .contains("taux de compression")
        .contains("max 200");
  }

  @Test
  void refusesEntriesThatInflateTooFar() {
    Limits tight = new Limits(1 << 20, 100, 100, 1 << 20, 3 << 20, 1_000_000, 100, 100);
    assertThat(refusal(with("xl/a.bin", "0".repeat(3 << 20)), tight))
        .contains("d'une partie, en Mo");
    Map<String, String> parts = parts(CELL);
    for (int i = 0; i < 6; i++) {
      parts.put("xl/" + i, "0".repeat(1 << 20));
    }
    assertThat(refusal(zip(parts), tight))
        .startsWith("FIL-011")
        .contains("taille décompressée, en Mo");
  }

  @Test
  void refusesTooManyEntries() {
    Map<String, String> parts = parts(CELL);
    for (int i = 0; i < 200; i++) {
      parts.put("xl/" + i, "");
    }
    assertThat(refusal(zip(parts)))
        .startsWith("FIL-011")
        .contains("parties internes = 207 (max 200)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../evil", "xl/../../evil", "/etc/evil", "C:\\evil", "xl\\..\\evil", "\\evil"})
  void refusesNamesThatLeadOutside(String name) {
    assertThat(refusal(with(name, "x"))).startsWith("FIL-001").contains("nom interne dangereux");
  }

  @Test
  void refusesAPartThatComesTwice() {
    assertThat(refusal(with("XL/workbook.XML", "x"))).startsWith("FIL-001").contains("deux fois");
  }

  @Test
  void refusesEveryTruncation() {
    byte[] whole = with("xl/media/a.bin", noise(20_000));
    for (int length = 4; length < whole.length; length += 97) {
      assertThat(refusal(Arrays.copyOf(whole, length))).isEqualTo(DAMAGED);
    }
  }

  @Test
  void noticesChangedBytes() {
    byte[] whole = with("xl/media/a.bin", noise(20_000));
    for (int at = 3000; at < 10_000; at += 501) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x10;
      assertThat(refusal(changed)).startsWith("FIL-001");
    }
  }

  @Test
  void believesNoSizeThatTheDirectoryGives() {
    byte[] lying = with("xl/media/a.bin", "0".repeat(5 << 20));
    int directory = indexOf(lying, "PK\1\2", lying.length - 900);
    for (int at = directory; at >= 0; at = indexOf(lying, "PK\1\2", at + 1)) {
      Arrays.fill(lying, at + 24, at + 28, (byte) 1);
    }
    assertThat(refusal(lying)).startsWith("FIL-0");
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, Math.max(0, from));
  }

  private static String noise(int length) {
    StringBuilder noise = new StringBuilder();
    new Random(7).ints(length, 32, 127).forEach(c -> noise.append((char) c));
    return noise.toString();
  }
}
