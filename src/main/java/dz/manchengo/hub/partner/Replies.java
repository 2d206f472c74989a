package dz.manchengo.hub.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The last step of every route of the API: nothing of the message goes out but the reply. */
@Component("replies")
class Replies {
  private final ObjectMapper json;

  Replies(ObjectMapper json) {
    this.json = json;
  }

  void send(Exchange exchange) throws IOException, InvalidPayloadException {
    Reply reply = exchange.getMessage().getMandatoryBody(Reply.class);
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
    if (reply.contentType() != null) {
      message.setHeader(Exchange.CONTENT_TYPE, reply.contentType());
    }
    reply.headers().forEach(message::setHeader);
    Object body = body(reply.body());
    if (body instanceof byte[] bytes) {
      message.setHeader(HttpHeaders.CONTENT_LENGTH, bytes.length);
    } else if (reply.body() instanceof Path file) {
      message.setHeader(HttpHeaders.CONTENT_LENGTH, Files.size(file));
    }
    message.setBody(body);
  }

  private @Nullable Object body(@Nullable Object body) throws IOException {
    if (body == null || body instanceof byte[] || body instanceof InputStream) {
      return body;
    }
    if (body instanceof Path file) {
      return Files.newInputStream(file);
    }
    return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : bytes(body);
  }

  private byte[] bytes(Object body) throws JsonProcessingException {
    return json.writeValueAsBytes(body);
  }
}
