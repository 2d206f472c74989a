package dz.manchengo.hub.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

/** Another program listens where the hub would: said in both languages, settings may be unread. */
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
    int port = cause.getPort();
    return new FailureAnalysis(
        "Le port "
            + port
            + " est déjà pris par un autre programme, peut-être par un hub qui tourne. / Port "
            + port
            + " is already taken by another program, perhaps by a hub that runs.",
        "Arrêtez-le, ou donnez au hub d'autres ports : --server.port (API), --management.server.port (santé, métriques). / "
            + "Stop it, or give the hub other ports: --server.port (API), --management.server.port (health, metrics).",
        cause);
  }
}
