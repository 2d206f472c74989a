package dz.manchengo.hub.platform;

import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The settings of the hub and nothing of it, for a command that works beside it. */
public final class CommandSettings {
  private CommandSettings() {}

  /**
   * Reads them as the hub would.
   *
   * @param options {@code --key=value}, which win
   * @param defaults settings that hold where nobody set others
   * @return to be closed; its environment holds them
   */
  public static ConfigurableApplicationContext read(
      List<String> options, Map<String, Object> defaults) {
    return new SpringApplicationBuilder(Nothing.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(defaults)
        .properties("logging.threshold.console=OFF")
        .run(options.toArray(String[]::new));
  }

  private static final class Nothing {}
}
