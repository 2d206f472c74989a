package dz.manchengo.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingNotesTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  @Test
  void aNoteSaysForWhatAFileWaitsUntilItWaitsNoLonger() throws IOException {
    Path file = Files.writeString(folder.resolve("ventes_lignes.csv"), "x");
    Arrival arrival = Arrival.look("invoices", false, file).orElseThrow();
    WaitingNotes notes =
        new WaitingNotes(
            folder.resolve("answers"), Duration.ofMinutes(10), new Texts(Locale.FRENCH));
    Path note = folder.resolve("answers/invoices/ventes_lignes.csv.attente.txt");

    notes.keep(Set.of(arrival));
    assertThat(note).content().contains("« ventes_entete.csv »").contains("10 minute(s)");
    notes.keep(Set.of(arrival));
    assertThat(note).exists();
    notes.keep(Set.of());
    assertThat(note).doesNotExist();
  }
}
