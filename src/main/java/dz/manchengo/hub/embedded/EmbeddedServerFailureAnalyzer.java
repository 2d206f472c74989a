package dz.manchengo.hub.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What went wrong and the way out, instead of a stack trace. */
class EmbeddedServerFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedServerFailure> {
  private static final String ACTION =
      "Corrigez la cause, ou donnez au hub vos propres serveurs (spring.datasource.url, spring.data.redis.host). / "
          + "Mend the cause, or give the hub servers of your own (spring.datasource.url, spring.data.redis.host).";

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedServerFailure cause) {
    return new FailureAnalysis(cause.getLocalizedMessage(), ACTION, cause);
  }
}
