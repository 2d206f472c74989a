package dz.manchengo.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedProfileTest {
  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void isOnWhileNoDataSourceIsConfigured() {
    assertThat(profiles()).contains("embedded");
  }

  @Test
  void anEmptyUrlIsNone() {
    environment.setProperty("spring.datasource.url", " ");
    assertThat(profiles()).contains("embedded");
  }

  @Test
  void isOffWithADataSource() {
    environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/hub");
    assertThat(profiles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "url", "sentinel.master", "cluster.nodes", "cluster.nodes[0]"})
  void redisIsLookedAtForItself(String key) {
    assertThat(Unconfigured.redis(environment)).isTrue();
    environment.setProperty("spring.data.redis." + key, "redis");
    assertThat(Unconfigured.redis(environment)).isFalse();
    assertThat(profiles()).contains("embedded");
  }

  private String[] profiles() {
    new EmbeddedProfile().postProcessEnvironment(environment, new SpringApplication());
    return environment.getActiveProfiles();
  }
}
