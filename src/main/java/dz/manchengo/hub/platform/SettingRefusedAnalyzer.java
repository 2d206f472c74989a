package dz.manchengo.hub.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A sentence instead of a stack trace. */
class SettingRefusedAnalyzer extends AbstractFailureAnalyzer<SettingRefused> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SettingRefused cause) {
    return new FailureAnalysis(cause.getLocalizedMessage(), cause.action(), cause);
  }
}
