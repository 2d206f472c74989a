package dz.manchengo.hub.platform;

import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The settings of a hub, for a command: read as the hub reads them, and nothing else of it. */
public final class CommandSettings {
  /** Is set where no hub starts: secrets that are in the service's environment alone may lack. */
  public static final String COMMAND = "hub.command";

  private CommandSettings() {}

  /**
   * Reads them.
   *
   * @param settings of the command line
   * @param defaults that hold where nobody set others
   */
  public static ConfigurableApplicationContext read(
      List<String> settings, Map<String, Object> defaults) {
    return new SpringApplicationBuilder(Nothing.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(defaults)
        .properties("logging.threshold.console=OFF", COMMAND + "=true")
        .run(settings.toArray(String[]::new));
  }

  private static final class Nothing {}
}
