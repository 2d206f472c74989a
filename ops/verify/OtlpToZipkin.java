import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes traces by OTLP over HTTP and hands each span on to a Zipkin, which has no such door: {@code OtlpToZipkin PORT
 * ZIPKIN}. Ids are handed on as they come: whether spans are connected is for Zipkin to see.
 */
class OtlpToZipkin {
  private static final HttpClient ZIPKIN = HttpClient.newHttpClient();

  public static void main(String[] words) throws IOException {
    URI zipkin = URI.create(words[1] + "/api/v2/spans");
    InetSocketAddress door = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0]));
    HttpServer server = HttpServer.create(door, 0);
    server.createContext("/v1/traces", call -> handOn(call, zipkin));
    server.start();
  }

  private static void handOn(HttpExchange call, URI zipkin) throws IOException {
    ExportTraceServiceRequest sent = ExportTraceServiceRequest.parseFrom(call.getRequestBody());
    String spans =
        sent.getResourceSpansList().stream()
            .flatMap(of -> of.getScopeSpansList().stream().flatMap(scope -> scope.getSpansList().stream().map(span -> json(span, of))))
            .collect(Collectors.joining(",", "[", "]"));
    HttpRequest request = HttpRequest.newBuilder(zipkin).header("Content-Type", "application/json").POST(BodyPublishers.ofString(spans)).build();
    try {
      int status = ZIPKIN.send(request, BodyHandlers.discarding()).statusCode();
      call.sendResponseHeaders(status / 100 == 2 ? 200 : 502, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      call.close();
    }
  }

  private static String json(Span span, ResourceSpans of) {
    String parent = span.getParentSpanId().isEmpty() ? "" : "\"parentId\":\"" + hex(span.getParentSpanId().toByteArray()) + "\",";
    long begin = span.getStartTimeUnixNano() / 1000;
    return "{\"traceId\":\"%s\",\"id\":\"%s\",%s\"name\":%s,\"timestamp\":%d,\"duration\":%d,\"localEndpoint\":{\"serviceName\":%s},\"tags\":{%s}}"
        .formatted(
            hex(span.getTraceId().toByteArray()),
            hex(span.getSpanId().toByteArray()),
            parent,
            quoted(span.getName()),
            begin,
            Math.max(1, span.getEndTimeUnixNano() / 1000 - begin),
            quoted(text(of.getResource().getAttributesList(), "service.name")),
            span.getAttributesList().stream().map(tag -> quoted(tag.getKey()) + ":" + quoted(text(tag.getValue()))).collect(Collectors.joining(",")));
  }

  private static String text(List<KeyValue> tags, String name) {
    return tags.stream().filter(tag -> tag.getKey().equals(name)).map(tag -> text(tag.getValue())).findFirst().orElse("");
  }

  private static String text(AnyValue value) {
    return value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue();
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
    return json.append('"').toString();
  }
}
