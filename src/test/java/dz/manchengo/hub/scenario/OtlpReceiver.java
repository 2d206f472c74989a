package dz.manchengo.hub.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A collector: takes traces by OTLP over HTTP, as any of them does. */
final class OtlpReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  OtlpReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  private void take(HttpExchange call) throws IOException {
    ExportTraceServiceRequest.parseFrom(call.getRequestBody()).getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .forEach(scope -> spans.addAll(scope.getSpansList()));
    call.sendResponseHeaders(200, -1);
    call.close();
  }

  /** Every span that came. */
  List<Span> all() {
    return List.copyOf(spans);
  }

  /** The spans of the trace that has one with that mark. */
  List<Span> trace(String mark, String value) {
    Set<String> traces =
        spans.stream()
            .filter(span -> value.equals(mark(span, mark)))
            .map(OtlpReceiver::traceId)
            .collect(Collectors.toSet());
    return spans.stream().filter(span -> traces.contains(traceId(span))).toList();
  }

  static String mark(Span span, String name) {
    return span.getAttributesList().stream()
        .filter(one -> one.getKey().equals(name))
        .map(
            one ->
                one.getValue().hasStringValue()
                    ? one.getValue().getStringValue()
                    : Long.toString(one.getValue().getIntValue()))
        .findFirst()
        .orElse("");
  }

  static String traceId(Span span) {
    return HexFormat.of().formatHex(span.getTraceId().toByteArray());
  }

  static String id(Span span) {
    return HexFormat.of().formatHex(span.getSpanId().toByteArray());
  }

  /** Empty for the first of a trace. */
  static String parent(Span span) {
    return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
