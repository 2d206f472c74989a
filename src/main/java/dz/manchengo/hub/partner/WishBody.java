package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Small bodies that are no documents: read strictly, told by the place of the first fault. */
@Component
class WishBody {
  private final ObjectReader reader;

  WishBody(ObjectMapper json) {
    this.reader =
        json.copy()
            .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .reader()
            .with(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
  }

  <T> T read(Call call, Class<T> type) throws IOException {
    try {
      T wish = reader.forType(type).readValue(call.body());
      if (wish == null) {
        throw new ProblemException(ProblemKind.MALFORMED_BODY, "");
      }
      return wish;
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof ProblemException problem) { // the body's own: it is too long
        throw problem;
      }
      throw new ProblemException(ProblemKind.MALFORMED_BODY, pointer(e));
    } catch (JsonProcessingException e) {
      throw new ProblemException(ProblemKind.MALFORMED_BODY, "");
    }
  }

  private static String pointer(JsonMappingException fault) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      String name = step.getFieldName();
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
    }
    return pointer.toString();
  }
}
