package dz.manchengo.hub.platform;

import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.ValidateResult;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who brings the tables to this version: a hub that starts, or the command {@code migrate}. */
@Configuration(proxyBeanMethods = false)
class Migrations {

  @Bean
  FlywayMigrationStrategy migrationStrategy(
      @Value("${hub.migrate:true}") boolean migrate, @Value("${hub.language}") Locale language) {
    return migrate ? Flyway::migrate : flyway -> requireDone(flyway, new Texts(language));
  }

  /** Tables that are ahead of this version are well: the version before them still runs. */
  private static void requireDone(Flyway flyway, Texts texts) {
    ValidateResult found = flyway.validateWithResult();
    if (!found.validationSuccessful) {
      throw new SettingRefused(
          texts.get("migrate.behind", found.invalidMigrations.size()), texts.get("migrate.first"));
    }
  }
}
