package dz.manchengo.hub.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.StartCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;

class WatchCheckTest {
  private static final ApplicationContextRunner HUB =
      new ApplicationContextRunner()
          .withUserConfiguration(
              WatchConfiguration.class, KnownSettings.class, StartCheck.class, WatchCheck.class)
          .withPropertyValues(
              "hub.language=fr",
              "hub.watch.mail=chef@hub.dz",
              "hub.watch.silence=5m",
              "hub.smtp.host=smtp.hub.dz",
              "hub.mail.poll=15000");

  @ParameterizedTest
  @CsvSource({
    "hub.watch.silense=5m, hub.watch.silense",
    "hub.watch.mail=toto, hub.watch.mail",
    "hub.mail.poll=600000, hub.mail.poll",
    "hub.smtp.host=, hub.watch.mail"
  })
  void whatCannotBeMeantStopsTheStart(String setting, String named) {
    HUB.withPropertyValues(setting)
        .run(
            hub ->
                assertThat(NestedExceptionUtils.getMostSpecificCause(hub.getStartupFailure()))
                    .hasMessageContaining(named));
  }

  @ParameterizedTest
  @CsvSource("hub.watch.silence=9m")
  void whatIsKnownDoesNot(String setting) {
    HUB.withPropertyValues(setting).run(hub -> assertThat(hub.getStartupFailure()).isNull());
  }
}
