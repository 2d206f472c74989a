package dz.manchengo.hub;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.system.ApplicationHome;

/**
 * Folders {@code config/} and {@code routes/} beside the jar win over those in it; a {@code
 * config/} where the hub is started wins over both, as it does for any application of Spring Boot.
 */
final class BesideTheJar {
  private static final String LOCATIONS =
      "optional:classpath:/;optional:classpath:/config/,%s,"
          + "optional:file:./;optional:file:./config/;optional:file:./config/*/";

  private BesideTheJar() {}

  /**
   * Default properties for a hub started from that place; none when it is not a jar. A link counts
   * as the jar: {@code java -jar} has the path as it was written for its class path.
   */
  static Map<String, Object> properties() {
    File source = new ApplicationHome(HubApplication.class).getSource();
    if (source == null || !source.isFile()) {
      return Map.of();
    }
    Path started = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    Path folder = (Files.isRegularFile(started) ? started : source.toPath()).getParent();
    return folder == null ? Map.of() : properties(folder);
  }

  static Map<String, Object> properties(Path folder) {
    Map<String, Object> properties = new HashMap<>();
    Path config = folder.resolve("config");
    if (Files.isDirectory(config)) {
      properties.put("spring.config.location", LOCATIONS.formatted(config.toUri()));
    }
    Path routes = folder.resolve("routes");
    if (Files.isDirectory(routes)) {
      properties.put("hub.routes", "file:" + routes.toAbsolutePath() + "/*.camel.yaml");
      Path contract = routes.resolve("partner-api.openapi.yaml");
      if (Files.isRegularFile(contract)) {
        properties.put("hub.api.contract", contract.toUri().toString());
      }
    }
    return properties;
  }
}
