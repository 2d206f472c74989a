package dz.manchengo.hub.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A sentence instead of a stack trace, where Spring has one only for settings that are there. */
class MissingSettingAnalyzer
    extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException> {
  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, InvalidConfigurationPropertyValueException cause) {
    return cause.getValue() != null
        ? null
        : new FailureAnalysis(
            "The setting " + cause.getName() + " is missing: " + cause.getReason() + ".",
            "Set it in config/application.yaml or in the environment.",
            cause);
  }
}
