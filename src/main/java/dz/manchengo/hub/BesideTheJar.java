package dz.manchengo.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.system.ApplicationHome;

/** Folders {@code config/} and {@code routes/} beside the jar win over those in it. */
final class BesideTheJar {
  private BesideTheJar() {}

  /** Default properties for a hub started from that place; none when it is not a jar. */
  static Map<String, Object> properties() {
    ApplicationHome home = new ApplicationHome(HubApplication.class);
    boolean jar = home.getSource() != null && home.getSource().isFile();
    return jar ? properties(home.getDir().toPath()) : Map.of();
  }

  static Map<String, Object> properties(Path folder) {
    Map<String, Object> properties = new HashMap<>();
    Path config = folder.resolve("config");
    if (Files.isDirectory(config)) {
      properties.put("spring.config.additional-location", config.toUri().toString());
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
