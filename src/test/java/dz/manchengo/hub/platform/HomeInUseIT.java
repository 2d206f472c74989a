package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Import;

class HomeInUseIT {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  @Test
  void aSecondHubEndsWithASentenceAndNoStackTrace() throws Exception {
    try (HomeLock lock = HomeLock.take(HubHome.at(folder.toString()))) {
      String home = lock.home().path().toString();
      Process second = ChildJvm.start(Hub.class, "--hub.home=" + home);
      assertThat(ChildJvm.output(second))
          .contains("Le dossier " + home + " est déjà utilisé par un autre hub en marche.")
          .contains("HUB_HOME")
          .doesNotContain("\tat ");
      assertThat(second.waitFor()).isNotZero();
    }
  }

  @Import(HomeConfiguration.class)
  static class Hub {
    public static void main(String[] args) {
      SpringApplication hub = new SpringApplication(Hub.class);
      hub.setWebApplicationType(WebApplicationType.NONE);
      hub.run(args);
    }
  }
}
