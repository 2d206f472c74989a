package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a user without any privilege, also when root runs the tests. */
@DisabledOnOs(OS.WINDOWS)
class OrdinaryUserIT {
  private static final int NOBODY = 65534;
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  static Path place;

  @SuppressWarnings("NullAway.Init")
  static HubFolder hub;

  static @Nullable HubProcess process;

  @BeforeAll
  static void start() throws Exception {
    place = place.toRealPath();
    Path jar = Files.copy(Path.of(System.getProperty("hub.jar")), place.resolve("hub.jar"));
    if (ROOT) {
      Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("r--r--r--"));
      Files.setAttribute(place, "unix:uid", NOBODY);
      assumeTrue(nobodyReads(jar), "setpriv and a Java that everybody may use");
    }
    hub = new HubFolder(place.resolve("var"));
    List<String> prefix = ROOT ? AS_NOBODY : List.of();
    process = HubProcess.ofJarAs(prefix, place, jar, "-Dmanagement.server.port=0").awaitReady();
  }

  private static boolean nobodyReads(Path jar) throws InterruptedException {
    List<String> command = new java.util.ArrayList<>(AS_NOBODY);
    command.addAll(List.of(HubProcess.JAVA, "-Djarmode=tools", "-jar", jar.toString()));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @AfterAll
  static void end() {
    if (process != null) {
      process.close();
      hub.endServers();
    }
  }

  @Test
  void aDroppedFileIsPostedAndAnsweredByThatUser() throws IOException {
    hub.drop("ventes.csv", file(invoice("USR-1", 2)));

    assertThat(hub.awaitAcknowledgement("ventes.csv").status()).isEqualTo("POSTED");

    assertThat(Files.getAttribute(hub.answer(HubFolder.INVOICES, "ventes.csv"), "unix:uid"))
        .isEqualTo(Files.getAttribute(place, "unix:uid"));
    assertThat(hub.inbox("invoices/ventes.csv")).doesNotExist();
  }

  /** Our failure: no answer refuses the file, and it is taken once the archive can take it. */
  @Test
  void aFileWaitsWhileTheArchiveIsNotWritable() throws IOException {
    Path archive = hub.home().resolve("archive/.incoming");
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("r-xr-xr-x"));
    Path dropped = hub.drop("attend.csv", file(invoice("USR-2", 2)));
    await("complaint").until(() -> said("attend.csv is tried again later"));
    assertThat(dropped).exists();
    assertThat(hub.answer(HubFolder.INVOICES, "attend.csv")).doesNotExist();

    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(hub.awaitAcknowledgement("attend.csv").status()).isEqualTo("POSTED");
    assertThat(dropped).doesNotExist();
  }

  private static boolean said(String text) {
    return process != null && process.output().contains(text);
  }
}
