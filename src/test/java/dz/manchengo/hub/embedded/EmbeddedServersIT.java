package dz.manchengo.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.ChildJvm;
import dz.manchengo.hub.platform.HubHome;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an application sees of the embedded servers, and in which order things end. */
class EmbeddedServersIT {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  static Path home;

  @Test
  void bootFindsBothServersAndLeavesThemBeforeTheyStop() {
    try (ConfigurableApplicationContext hub =
        Hub.start(
            home, "--spring.data.redis.timeout=1m", "--spring.data.redis.connect-timeout=1m")) {
      assertThat(hub.getEnvironment().getActiveProfiles()).containsExactly("embedded");
      assertThat(hub.getBean(LastWord.class).say()).isEqualTo("hub");
      assertThat(hub.getBean(StringRedisTemplate.class).hasKey("absent")).isFalse();
      LastWord.SAID.set("");
    }
    assertThat(LastWord.SAID).hasValue("hub");
    assertThat(OwnProcesses.of(home)).isEmpty();
  }

  @Test
  void aSecondHubOnTheSameHomeIsRefusedAndTheFirstGoesOn() {
    try (ConfigurableApplicationContext hub = Hub.start(home)) {
      assertThatThrownBy(() -> Hub.start(home).close())
          .rootCause()
          .hasMessageContaining("déjà utilisé par un autre hub");
      assertThat(hub.getBean(LastWord.class).say()).isEqualTo("hub");
    }
  }

  @Test
  void anOwnRedisReplacesTheEmbeddedOneOnly() {
    try (ConfigurableApplicationContext hub =
        Hub.start(home, "--spring.data.redis.host=redis.example")) {
      assertThat(hub.getBeansOfType(PostgresServer.class)).hasSize(1);
      assertThat(hub.getBeansOfType(RedisServer.class)).isEmpty();
    }
  }

  @Test
  void aSignalToEndStopsBothServers() throws Exception {
    Process child = ChildJvm.start(Hub.class, home.toString());
    String line = "";
    while (line != null && !line.equals("READY")) {
      line = child.inputReader().readLine();
    }
    assertThat(OwnProcesses.of(home)).isNotEmpty();
    child.toHandle().destroy(); // Process.destroy would close the stream read below
    assertThat(ChildJvm.output(child)).doesNotContain("Exception");
    child.waitFor();
    assertThat(OwnProcesses.of(home)).isEmpty();
  }

  @Import({EmbeddedPostgresConfiguration.class, EmbeddedRedisConfiguration.class})
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, RedisAutoConfiguration.class})
  @ComponentScan(
      basePackageClasses = HubHome.class,
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.HomeConfiguration"))
  static class Hub {
    static ConfigurableApplicationContext start(Path home, String... more) {
      // as arguments: application.yaml would win over default properties
      Stream<String> settings =
          Stream.of(
              "--hub.home=" + home,
              "--hub.embedded.postgres.port=0",
              "--hub.embedded.redis.port=0");
      return new SpringApplicationBuilder(Hub.class)
          .web(WebApplicationType.NONE)
          .run(Stream.concat(settings, Stream.of(more)).toArray(String[]::new));
    }

    @Bean
    LastWord lastWord(DataSource postgres) {
      return new LastWord(postgres);
    }

    public static void main(String[] args) throws InterruptedException {
      start(Path.of(args[0]));
      System.out.println("READY");
      Thread.currentThread().join();
    }
  }

  /** Talks to the database while the hub is closing. */
  record LastWord(DataSource postgres) implements DisposableBean {
    static final AtomicReference<String> SAID = new AtomicReference<>();

    String say() {
      return JdbcClient.create(postgres).sql("SELECT current_user").query(String.class).single();
    }

    @Override
    public void destroy() {
      SAID.set(say());
    }
  }
}
