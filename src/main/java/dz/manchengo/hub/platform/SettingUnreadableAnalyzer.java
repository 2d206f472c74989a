package dz.manchengo.hub.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** A setting of the hub's that is no number, no time, none of its words: which one, and why. */
class SettingUnreadableAnalyzer implements FailureAnalyzer, Ordered {
  private static final String OURS = "hub.";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)");

  private static final Map<Class<?>, String> FORMS =
      Map.of(
          Integer.class, "number",
          Long.class, "number",
          Double.class, "number",
          Boolean.class, "yes-no",
          Duration.class, "time",
          DataSize.class, "size",
          URI.class, "place",
          Path.class, "place");

  private final Texts texts;

  SettingUnreadableAnalyzer(Environment environment) {
    this.texts = new Texts(Locale.forLanguageTag(environment.getProperty("hub.language", "fr")));
  }

  /** Before Spring's own, which says it in the words of its classes. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      FailureAnalysis found =
          cause instanceof BindException bound
              ? bound(bound)
              : cause instanceof UnsatisfiedDependencyException injected
                  ? injected(injected)
                  : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable FailureAnalysis bound(BindException failure) {
    Object value = failure.getProperty() == null ? null : failure.getProperty().getValue();
    return analysis(
        failure.getName().toString(), value, failure.getTarget().getType().resolve(), failure);
  }

  private @Nullable FailureAnalysis injected(UnsatisfiedDependencyException failure) {
    InjectionPoint point = failure.getInjectionPoint();
    MethodParameter parameter = point == null ? null : point.getMethodParameter();
    Value placeholder = parameter == null ? null : parameter.getParameterAnnotation(Value.class);
    if (placeholder == null || !(failure.getCause() instanceof TypeMismatchException mismatch)) {
      return null;
    }
    Matcher key = PLACEHOLDER.matcher(placeholder.value());
    return key.find()
        ? analysis(key.group(1), mismatch.getValue(), mismatch.getRequiredType(), failure)
        : null;
  }

  private @Nullable FailureAnalysis analysis(
      String key, @Nullable Object value, @Nullable Class<?> type, Throwable failure) {
    if (!key.startsWith(OURS) || value == null || type == null) {
      return null;
    }
    return new FailureAnalysis(
        texts.get("setting.wrong", key, value.toString(), why(type)),
        texts.get("setting.write", key),
        failure);
  }

  private String why(Class<?> type) {
    if (type.isEnum()) {
      return texts.get(
          "setting.why.word",
          Arrays.stream(type.getEnumConstants())
              .map(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", ")));
    }
    return texts.get(
        "setting.why." + FORMS.getOrDefault(ClassUtils.resolvePrimitiveIfNecessary(type), "form"));
  }
}
