package dz.manchengo.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;

class ContractTest {
  private static final String YAML =
      """
      security: [{key: []}]
      paths:
        /orders/{number}:
          parameters:
            - {name: number, in: path}
          get:
            operationId: readOrder
            security: [{key: ['orders:read']}]
            parameters:
              - $ref: '#/components/parameters/Cursor'
            responses:
              '200': {content: {application/json: {}}}
              '4XX': {content: {application/problem+json: {}}}
        /orders/batch:
          post:
            operationId: createOrders
            requestBody:
              x-size: batch
              content: {application/json: {}, application/x-ndjson: {}}
            responses: {'207': {description: x}}
        /health:
          get: {operationId: health, security: [], responses: {}}
      components:
        parameters:
          Cursor: {name: cursor, in: query}
        securitySchemes:
          key: {x-scopes: ['orders:read', admin]}
      """;

  private static Contract contract() throws IOException {
    return Contract.read(new ByteArrayResource(YAML.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatTheGateKnowsOfAnOperation() throws IOException {
    Operation read = at("orders", "FV/1").operations().get("GET");

    assertThat(read)
        .isEqualTo(
            new Operation(
                "readOrder",
                "GET",
                false,
                java.util.Set.of("orders:read"),
                List.of(),
                List.of(MediaType.APPLICATION_JSON),
                java.util.Set.of("cursor"),
                "document"));
    assertThat(at("health").operations().get("GET")).extracting(Operation::open).isEqualTo(true);
    assertThat(contract().scopes()).containsExactly("admin", "orders:read");
  }

  @Test
  void aFixedWordGoesBeforeAPlace() throws IOException {
    Operation batch = Objects.requireNonNull(at("orders", "batch").operations().get("POST"));

    assertThat(batch.bodySize()).isEqualTo("batch");
    assertThat(batch.consumes()).hasSize(2);
    assertThat(batch.open()).isFalse();
  }

  @Test
  void placesTakeOneSegmentThatIsNotEmpty() throws IOException {
    Address order = at("orders", "1");

    assertThat(order.places(List.of("orders", "FV-2026/1")))
        .contains(Map.of("number", "FV-2026/1"));
    assertThat(order.places(List.of("orders", ""))).isEmpty();
    assertThat(order.places(List.of("orders"))).isEmpty();
    assertThat(order.places(List.of("orders", "1", "lines"))).isEmpty();
    assertThat(order.places(List.of("Orders", "1"))).isEmpty();
  }

  @Test
  void theHubDoesNotStartWithoutTheRouteOfAnOperation() throws IOException {
    Contract contract = contract();
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      assertThatThrownBy(() -> new ContractRoutes(camel, contract).compare())
          .hasMessageContaining("GET /orders/{number}");
    }
  }

  @Test
  void everyOperationOfOursNeedsKnownScopesAndAKnownBodySize() throws IOException {
    Contract ours = Contract.read(new ClassPathResource("routes/partner-api.openapi.yaml"));

    assertThat(ours.addresses())
        .flatExtracting(address -> address.operations().values())
        .isNotEmpty()
        .allSatisfy(
            operation -> {
              assertThat(ours.scopes()).containsAll(operation.scopes());
              assertThat(operation.open() || !operation.scopes().isEmpty()).isTrue();
              assertThat(operation.bodySize()).isIn("document", "batch", "upload");
            });
  }

  /** What linters of OpenAPI ask of every operation, without the linter. */
  @Test
  void everyOperationOfOursSaysWhatIsLeftAndWhatMayGoWrong() throws IOException {
    JsonNode ours =
        new ObjectMapper(new YAMLFactory())
            .readTree(new ClassPathResource("routes/partner-api.openapi.yaml").getInputStream());
    for (JsonNode responses : ours.path("paths").findValues("responses")) {
      assertThat(responses.properties())
          .extracting(Map.Entry::getKey)
          .contains("400", "401", "429", "500", "default");
      for (JsonNode response : responses) {
        String reference = response.path("$ref").asText("#");
        JsonNode answer = reference.equals("#") ? response : ours.at(reference.substring(1));
        assertThat(answer.path("headers").properties())
            .as(response.toString())
            .extracting(Map.Entry::getKey)
            .contains("RateLimit", "Access-Control-Allow-Origin");
      }
    }
  }

  private static Address at(String... path) throws IOException {
    return contract().addresses().stream()
        .filter(address -> address.places(List.of(path)).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
