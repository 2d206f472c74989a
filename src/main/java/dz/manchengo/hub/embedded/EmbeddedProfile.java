package dz.manchengo.hub.embedded;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Turns the profile {@code embedded} on while no data source is configured. It runs after the
 * configuration files were read, so an {@code application-embedded.yaml} would come too late.
 *
 * <p>Where the library was left out of the image, the profile stays off, and a forgotten URL ends
 * with Boot's own message.
 */
class EmbeddedProfile implements EnvironmentPostProcessor, Ordered {
  static final String NAME = "embedded";

  private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.PgBinaryResolver";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (Unconfigured.dataSource(environment) && ClassUtils.isPresent(LIBRARY, null)) {
      environment.addActiveProfile(NAME);
    }
  }

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }
}
