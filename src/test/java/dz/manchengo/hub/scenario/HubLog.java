package dz.manchengo.hub.scenario;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * What the shared hub logs meanwhile, with traces. The console cannot be captured for it: its
 * appender keeps the stream of the class that started the hub.
 */
final class HubLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Queue<Map<String, String>> marks = new ConcurrentLinkedQueue<>();

  private HubLog() {}

  static HubLog open() {
    HubLog log = new HubLog();
    log.setContext(log.root.getLoggerContext());
    log.start();
    log.root.addAppender(log);
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getFormattedMessage());
    marks.add(event.getMDCPropertyMap());
    for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
      lines.add(cause.getClassName() + ": " + cause.getMessage());
      for (var frame : cause.getStackTraceElementProxyArray()) {
        lines.add("\t" + frame.getSTEAsString());
      }
    }
  }

  String text() {
    return String.join("\n", lines);
  }

  /** What its lines say that they belong to. */
  List<String> marks(String name) {
    return marks.stream().flatMap(of -> Stream.ofNullable(of.get(name))).toList();
  }

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
