package dz.manchengo.hub.tracing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.logback.SentryAppender;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Tells a server of errors that speaks as Sentry does what the log has at ERROR, once one is named:
 * the sentence without its values, kinds and places of exceptions without their words.
 */
@Component
class ErrorTracking implements DisposableBean {
  private static final long PATIENCE_MILLIS = 2000;

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final @Nullable SentryAppender appender;

  ErrorTracking(@Value("${hub.errors.dsn}") String dsn) {
    appender = StringUtils.hasText(dsn) ? appender(dsn) : null;
    if (appender != null) {
      appender.start();
      root.addAppender(appender);
    }
  }

  private SentryAppender appender(String dsn) {
    SentryOptions options = new SentryOptions();
    options.setDsn(dsn);
    options.setSendDefaultPii(false);
    options.setAttachServerName(false);
    options.setEnableUncaughtExceptionHandler(false);
    List.of("submission", "job", "run", "notice", "traceId").forEach(options::addContextTag);
    options.setBeforeSend((event, hint) -> withoutValues(event));
    SentryAppender made = new SentryAppender();
    made.setContext(root.getLoggerContext());
    made.setOptions(options);
    made.setMinimumBreadcrumbLevel(Level.OFF);
    made.setMinimumEventLevel(Level.ERROR);
    return made;
  }

  private static SentryEvent withoutValues(SentryEvent event) {
    Message message = event.getMessage();
    if (message != null) {
      message.setFormatted(message.getMessage());
      message.setParams(null);
    }
    Objects.requireNonNullElse(event.getExceptions(), List.<SentryException>of())
        .forEach(exception -> exception.setValue(null));
    return event;
  }

  @Override
  public void destroy() {
    if (appender != null) {
      root.detachAppender(appender);
      appender.stop();
      Sentry.flush(PATIENCE_MILLIS);
      Sentry.close();
    }
  }
}
