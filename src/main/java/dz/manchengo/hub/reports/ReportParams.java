package dz.manchengo.hub.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a rule's sentence, as a query gives them: a JSON object. */
final class ReportParams {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private ReportParams() {}

  /** Names and values; numbers as people here write them. */
  static Map<String, String> of(@Nullable Object json) {
    Map<String, String> params = new LinkedHashMap<>();
    if (json == null) {
      return params;
    }
    try {
      JSON.readValue(json.toString(), new TypeReference<Map<String, @Nullable Object>>() {})
          .forEach((name, value) -> params.put(name, shown(value)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON object: " + json, e);
    }
    return params;
  }

  private static String shown(@Nullable Object value) {
    return value == null
        ? "?"
        : value instanceof Number ? Figures.of(new BigDecimal(value.toString())) : value.toString();
  }
}
