package dz.manchengo.hub.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A sentence instead of a stack trace. */
class HomeUnavailableAnalyzer extends AbstractFailureAnalyzer<HomeUnavailable> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, HomeUnavailable cause) {
    return new FailureAnalysis(cause.getLocalizedMessage(), cause.action(), cause);
  }
}
