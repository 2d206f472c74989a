package dz.manchengo.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files wait for which. */
class CompanionsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofSeconds(3);

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  /** Whatever is not called « whole » lacks its other half. */
  private final Companions companions =
      new Companions(arrival -> !arrival.name().contains("whole"), PATIENCE);

  private Arrival file(String name) throws IOException {
    return file("invoices", false, name);
  }

  private Arrival file(String inbox, boolean preview, String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(inbox + preview));
    Path file = place.resolve(name);
    if (!Files.exists(file)) {
      Files.writeString(file, name);
    }
    return Arrival.look(inbox, preview, file).orElseThrow();
  }

  private List<String> drops(Duration waited, Arrival... arrivals) {
    List<Companions.Settled> settled = new ArrayList<>();
    Arrays.stream(arrivals).forEach(a -> settled.add(new Companions.Settled(a, waited)));
    return companions.drops(settled).stream().map(Drop::name).toList();
  }

  @Test
  void bothHalvesAreOneWhicheverComesFirst() throws IOException {
    Arrival headers = file("a_entete.csv");
    Arrival lines = file("a_lignes.csv");
    assertThat(drops(SOON, lines, headers)).containsExactly("a_entete.csv + a_lignes.csv");
    assertThat(drops(SOON, headers, lines)).containsExactly("a_entete.csv + a_lignes.csv");
  }

  @Test
  void aHalfWaitsAndAfterItsTimeGoesAlone() throws IOException {
    Arrival lines = file("a_lignes.csv");
    assertThat(drops(SOON, lines)).isEmpty();
    assertThat(drops(PATIENCE, lines)).containsExactly("a_lignes.csv");
    assertThat(drops(SOON, lines, file("a_entete.csv"))).hasSize(1);
  }

  @Test
  void nobodyElseWaits() throws IOException {
    Arrival whole = file("whole_lignes.csv");
    Arrival plain = file("ventes.csv");
    Arrival folderWithSuchAName = file("x.csv");
    Files.createDirectories(folder.resolve("b_lignes.csv"));
    Arrival directory =
        Arrival.look("invoices", false, folder.resolve("b_lignes.csv")).orElseThrow();
    assertThat(drops(SOON, whole, plain, folderWithSuchAName, directory))
        .containsExactly("whole_lignes.csv", "ventes.csv", "x.csv", "b_lignes.csv");
  }

  @Test
  void onlyFilesOfOneFolderAndOneNameBelongTogether() throws IOException {
    Arrival lines = file("a_lignes.csv");
    assertThat(drops(SOON, lines, file("b_entete.csv"))).isEmpty();
    assertThat(drops(SOON, lines, file("orders", false, "a_entete.csv"))).isEmpty();
    assertThat(drops(SOON, lines, file("invoices", true, "a_entete.csv"))).isEmpty();
    assertThat(drops(SOON, lines, file("whole_entete.csv"))).containsExactly("whole_entete.csv");
  }

  @Test
  void whatWasTakenInIsLookedAtAnew() throws IOException {
    List<Boolean> answers = new ArrayList<>(List.of(true, false));
    Companions once = new Companions(arrival -> answers.remove(0), PATIENCE);
    Arrival lines = file("a_lignes.csv");
    List<Companions.Settled> settled = List.of(new Companions.Settled(lines, SOON));
    assertThat(once.drops(settled)).isEmpty();
    assertThat(once.drops(settled)).isEmpty();
    once.forget(Drop.of(lines));
    assertThat(once.drops(settled)).hasSize(1);
  }

  @Test
  void thePairIsTheSameBytesWheneverItComes() throws IOException {
    byte[] first = packed();
    Files.setLastModifiedTime(
        folder.resolve("invoicesfalse/a_lignes.csv"), FileTime.fromMillis(1_000_000));
    assertThat(packed()).isEqualTo(first);
  }

  private byte[] packed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Drop(List.of(file("a_entete.csv"), file("a_lignes.csv"))).archive().writeTo(out);
    return out.toByteArray();
  }

  @Test
  void thePairIsKnownByBothOfItsFiles() throws IOException {
    Drop pair = new Drop(List.of(file("a_entete.csv"), file("a_lignes.csv")));
    Delivery delivery = pair.delivery("node");
    assertThat(delivery.parts())
        .containsExactly(
            Drop.of(file("a_entete.csv")).delivery("node").id(),
            Drop.of(file("a_lignes.csv")).delivery("node").id());
    assertThat(Drop.of(file("a_lignes.csv")).delivery("node").parts()).isEmpty();
  }
}
