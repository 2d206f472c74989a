package dz.manchengo.hub.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Partners' programs post distinct orders of five lines, each waiting for its answer before the
 * next: one call in ten reads the last order back, one in fifty sends it again under its key.
 */
public final class OrdersSimulation extends Simulation {
  private static final int CALLS = 50;
  private static final String LINES =
      IntStream.rangeClosed(1, 5)
          .mapToObj(
              i ->
                  """
                  {"product": "LOAD-%d", "description": "Camembert %1$d", "quantity": "%1$d.5", "unit": "KG",
                   "unitPriceHt": "100.00", "vatRate": "19"}"""
                      .formatted(i))
          .collect(Collectors.joining(","));

  private final ChainBuilder order =
      exec(OrdersSimulation::next)
          .exec(
              http("order")
                  .post("/api/v1/orders")
                  .header("Idempotency-Key", "#{key}")
                  .body(StringBody("#{body}"))
                  .check(status().is(201)));

  private final ChainBuilder read =
      exec(http("read").get("/api/v1/orders/#{number}").check(status().is(200)));

  private final ChainBuilder replay =
      exec(
          http("replay")
              .post("/api/v1/orders")
              .header("Idempotency-Key", "#{key}")
              .body(StringBody("#{body}"))
              .check(status().is(200), header("Idempotent-Replayed").is("true")));

  public OrdersSimulation() {
    setUp(
            scenario("orders")
                .exec(order)
                .repeat(CALLS)
                .on(
                    randomSwitch()
                        .on(
                            percent(88).then(order),
                            percent(10).then(read),
                            percent(2).then(replay)))
                .injectClosed(
                    constantConcurrentUsers(Integer.getInteger("load.users"))
                        .during(Duration.ofSeconds(Integer.getInteger("load.seconds")))))
        .protocols(
            http.baseUrl(System.getProperty("load.url"))
                .authorizationHeader("Bearer " + System.getProperty("load.key"))
                .contentTypeHeader("application/json")
                .shareConnections());
  }

  private static Session next(Session session) {
    String key = UUID.randomUUID().toString();
    String number = "LOAD-" + key;
    String body =
        """
        {"number": "%s", "date": "2026-03-31", "customer": {"code": "LOAD-C", "name": "SARL Charge"}, "lines": [%s]}"""
            .formatted(number, LINES);
    return session.set("key", key).set("number", number).set("body", body);
  }
}
