package dz.manchengo.hub.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What partners' programs may send: the schemas of {@code routes/partner-api.openapi.yaml}, whose
 * {@code x-field} says what a property is read as. The contract cannot differ from the reading: it
 * is the reading.
 */
@Component
public final class BodyContract {
  private static final String FILE = "/routes/partner-api.openapi.yaml";

  /** Kind of document → name of its schema. */
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "orders", "Order",
          "invoices", "Invoice",
          "payments", "Payment",
          "production", "ProductionBatch",
          "stock-movements", "StockMovement",
          "stock-counts", "StockCount");

  private final Map<String, BodyShape.Members> shapes = new HashMap<>();
  private final Map<String, DocumentPosting> postings = new HashMap<>();

  BodyContract(List<DocumentPosting> postings) throws IOException {
    JsonNode openapi = read();
    SCHEMAS.forEach((document, schema) -> shapes.put(document, BodyShape.of(openapi, schema)));
    postings.forEach(posting -> this.postings.put(posting.document(), posting));
  }

  private static JsonNode read() throws IOException {
    try (InputStream in = BodyContract.class.getResourceAsStream(FILE)) {
      return new ObjectMapper(new YAMLFactory()).readTree(Objects.requireNonNull(in));
    }
  }

  public DocumentPosting posting(String document) {
    return Objects.requireNonNull(postings.get(document));
  }

  BodyShape.Members shape(String document) {
    return Objects.requireNonNull(shapes.get(document));
  }

  /**
   * The one document of a body.
   *
   * @throws UnreadableFile FIL-022, for what is no JSON
   */
  public Body document(String document, byte[] body) throws UnreadableFile {
    JsonTree tree = JsonTree.of(body);
    return body(document, tree.root(), tree.repeated());
  }

  /**
   * The documents of a body that holds several: {@code {"items": […]}}, or the list alone. Empty
   * where it is neither.
   *
   * @throws UnreadableFile FIL-022, for what is no JSON
   */
  public List<Body> documents(String document, byte[] body) throws UnreadableFile {
    JsonTree tree = JsonTree.of(body);
    Object items = tree.root();
    String above = "/";
    if (items instanceof Map<?, ?> map && map.size() == 1 && map.get("items") instanceof List) {
      items = map.get("items");
      above = "/items/";
    }
    if (!(items instanceof List<?> list)) {
      return List.of();
    }
    List<Body> bodies = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      String prefix = above + i;
      bodies.add(body(document, list.get(i), below(prefix, tree.repeated())));
    }
    return bodies;
  }

  private static List<String> below(String prefix, List<String> pointers) {
    return pointers.stream()
        .filter(pointer -> pointer.startsWith(prefix + "/"))
        .map(pointer -> pointer.substring(prefix.length()))
        .toList();
  }

  private Body body(String document, @Nullable Object root, List<String> repeated) {
    BodyCheck check = BodyCheck.of(root, Objects.requireNonNull(shapes.get(document)));
    List<Finding> breaches = new ArrayList<>(check.breaches());
    for (String pointer : repeated) {
      String key = pointer.substring(pointer.lastIndexOf('/') + 1);
      breaches.add(RuleBook.finding("API-005", Place.row("", 1).at(pointer), null, "field", key));
    }
    return new Body(posting(document), check, breaches);
  }
}
