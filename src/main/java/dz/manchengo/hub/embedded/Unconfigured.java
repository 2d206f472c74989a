package dz.manchengo.hub.embedded;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Which servers nobody has named: those are embedded. An empty value counts as none. */
final class Unconfigured {
  private static final List<String> DATA_SOURCE = List.of("spring.datasource.url");
  private static final List<String> REDIS =
      List.of(
          "spring.data.redis.host",
          "spring.data.redis.url",
          "spring.data.redis.sentinel.master",
          "spring.data.redis.cluster.nodes",
          "spring.data.redis.cluster.nodes[0]");

  private Unconfigured() {}

  static boolean dataSource(PropertyResolver properties) {
    return DATA_SOURCE.stream().map(properties::getProperty).noneMatch(StringUtils::hasText);
  }

  static boolean redis(PropertyResolver properties) {
    return REDIS.stream().map(properties::getProperty).noneMatch(StringUtils::hasText);
  }

  /** Asked again when beans are defined: a test may name its server after the profile was set. */
  static class DataSource implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return dataSource(context.getEnvironment());
    }
  }

  /** Boot itself would try localhost:6379, and take whatever answers there for the hub's own. */
  static class Redis implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return redis(context.getEnvironment());
    }
  }
}
