package dz.manchengo.hub.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Leaves out whatever traces while no collector is named: Spring Boot alone would make spans that
 * nobody receives, and a proxy around each statement.
 */
final class CollectorNamed implements AutoConfigurationImportFilter, EnvironmentAware, Condition {
  private static final String BOOT = "org.springframework.boot.actuate.autoconfigure.";
  private static final List<String> TRACING =
      List.of(
          BOOT + "tracing.",
          BOOT + "opentelemetry.",
          BOOT + "logging.OpenTelemetry",
          "net.ttddyy.observation.boot.autoconfigure.");

  private boolean named;

  @Override
  public void setEnvironment(Environment environment) {
    named = isIn(environment);
  }

  @Override
  public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
    boolean[] wanted = new boolean[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      String name = candidates[i];
      wanted[i] = named || name == null || TRACING.stream().noneMatch(name::startsWith);
    }
    return wanted;
  }

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return isIn(context.getEnvironment());
  }

  private static boolean isIn(Environment environment) {
    return StringUtils.hasText(environment.getProperty("management.otlp.tracing.endpoint"));
  }
}
