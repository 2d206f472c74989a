package dz.manchengo.hub;

import dz.manchengo.hub.platform.HubHome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of a start: scripts and people wait for it. */
@Component
class ReadyLine {
  private static final Logger log = LoggerFactory.getLogger("dz.manchengo.hub.Hub");

  private final HubHome home;
  private final Environment environment;

  ReadyLine(HubHome home, Environment environment) {
    this.home = home;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void say() {
    String port = environment.getProperty("local.server.port"); // known once the server listens
    log.info("Hub ready: console http://localhost:{} inbox {}", port, home.resolve("inbox"));
  }
}
