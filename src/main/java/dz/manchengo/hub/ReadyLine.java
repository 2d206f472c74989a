package dz.manchengo.hub;

import dz.manchengo.hub.platform.HubHome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last line of a start: scripts and people wait for it. */
@Component
class ReadyLine {
  private static final Logger log = LoggerFactory.getLogger("dz.manchengo.hub.Hub");

  private final HubHome home;
  private final int port;

  ReadyLine(HubHome home, @Value("${local.server.port:${server.port}}") int port) {
    this.home = home;
    this.port = port;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void say() {
    log.info("Hub ready: console http://localhost:{} inbox {}", port, home.resolve("inbox"));
  }
}
