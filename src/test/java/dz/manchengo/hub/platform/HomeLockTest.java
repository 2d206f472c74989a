package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  @Test
  void makesTheHomeAndHoldsItOnce() {
    HubHome home = HubHome.at(folder.resolve("a/b").toString());
    try (HomeLock lock = HomeLock.take(home)) {
      assertThat(lock.home().path()).isDirectory().isAbsolute();
      assertThatThrownBy(() -> HomeLock.take(home))
          .hasMessageContaining("déjà utilisé par un autre hub")
          .hasMessageContaining(home.path().toString());
    }
    HomeLock.take(home).close();
  }

  @Test
  void isRefusedToAnotherProcessEvenAfterARefusalInThisOne() throws Exception {
    HubHome home = HubHome.at(folder.toString());
    try (HomeLock lock = HomeLock.take(home)) {
      assertThatThrownBy(() -> HomeLock.take(home)).isInstanceOf(HomeUnavailable.class);
      assertThat(said(ChildJvm.start(Holder.class, lock.home().path().toString())))
          .contains("REFUSED", "already in use by another running hub", home.path().toString());
    }
  }

  @Test
  void isFreeAgainOnceItsProcessWasKilled() throws Exception {
    Process child = ChildJvm.start(Holder.class, folder.toString());
    assertThat(child.inputReader().readLine()).isEqualTo("HELD");
    HubHome home = HubHome.at(folder.toString());
    assertThatThrownBy(() -> HomeLock.take(home)).isInstanceOf(HomeUnavailable.class);
    child.destroyForcibly().waitFor();
    HomeLock.take(home).close();
  }

  @Test
  void saysSoWhenTheHomeCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> HubHome.at(file.toString()))
        .isInstanceOf(HomeUnavailable.class)
        .hasMessageContaining(file.toString());
  }

  private static String said(Process child) throws IOException, InterruptedException {
    String output = ChildJvm.output(child);
    child.waitFor();
    return output;
  }

  /** Holds a home until it is killed, or tells why it may not. */
  static class Holder {
    public static void main(String[] args) throws IOException {
      try (HomeLock lock = HomeLock.take(HubHome.at(args[0]))) {
        System.out.println(lock == null ? "" : "HELD");
        System.in.read();
      } catch (HomeUnavailable e) {
        System.out.println("REFUSED " + e.getMessage());
      }
    }
  }
}
