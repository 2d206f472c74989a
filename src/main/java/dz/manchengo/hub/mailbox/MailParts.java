package dz.manchengo.hub.mailbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of a kept mail in their order, those of mails that it forwards included. Reads as mail
 * programs do: what is badly closed or badly folded is read as far as it goes.
 */
final class MailParts {
  /** Mails in mails and multiparts in multiparts. */
  private static final int DEEPEST = 50;

  private static final int MOST_PARTS = 2000;

  static final MimeConfig LENIENT =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(10_000)
          .setMaxHeaderLen(1 << 20)
          .setMaxContentLen(-1)
          .build();

  private final Visitor visitor;
  private final Deque<String> containers = new ArrayDeque<>();
  private final Map<String, Field> fields = new HashMap<>();
  private int number;

  private MailParts(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Gets each leaf with its decoded bytes, which are there only during the call. */
  @FunctionalInterface
  interface Visitor {
    void visit(MailPart part, InputStream bytes) throws IOException;
  }

  /**
   * Visits all leaves.
   *
   * @throws UnreadableMail if it is no mail, or one that nobody writes
   */
  static void read(Path mail, Visitor visitor) throws IOException, UnreadableMail {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(mail), 1 << 16)) {
      new MailParts(visitor).walk(in);
    } catch (MimeException e) {
      throw new UnreadableMail(e);
    }
  }

  private void walk(InputStream in) throws IOException, MimeException, UnreadableMail {
    MimeTokenStream stream = new MimeTokenStream(LENIENT);
    stream.setRecursionMode(RecursionMode.M_RECURSE);
    stream.parse(in);
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_START_HEADER -> fields.clear();
        case T_FIELD -> remember(MailText.field(stream.getField()));
        case T_START_MULTIPART -> enter(stream.getBodyDescriptor().getMimeType());
        case T_START_MESSAGE -> enter(containers.isEmpty() ? "" : "message/rfc822");
        case T_END_MULTIPART, T_END_MESSAGE -> containers.pop();
        case T_BODY -> leaf(stream);
        default -> {}
      }
    }
  }

  private void remember(Field field) {
    fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field);
  }

  private void enter(String type) throws UnreadableMail {
    containers.push(type.toLowerCase(Locale.ROOT));
    if (containers.size() > DEEPEST) {
      throw new UnreadableMail("nested more than " + DEEPEST + " deep");
    }
  }

  private void leaf(MimeTokenStream stream) throws IOException, UnreadableMail {
    if (++number > MOST_PARTS) {
      throw new UnreadableMail("more than " + MOST_PARTS + " parts");
    }
    visitor.visit(part(stream.getBodyDescriptor().getMimeType()), stream.getDecodedInputStream());
  }

  private MailPart part(String type) {
    ContentDispositionField disposition = disposition();
    return new MailPart(
        String.valueOf(number),
        type.toLowerCase(Locale.ROOT),
        disposition == null || disposition.getDispositionType() == null
            ? ""
            : disposition.getDispositionType(),
        name(disposition),
        containers.isEmpty() ? "" : containers.peek(),
        fields.containsKey("content-id"));
  }

  private @Nullable ContentDispositionField disposition() {
    Field field = fields.get("content-disposition");
    return field == null
        ? null
        : ContentDispositionFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT);
  }

  /** Senders put it here, there or in both places. */
  private String name(@Nullable ContentDispositionField disposition) {
    String name = disposition == null ? "" : MailText.fileName(disposition.getFilename());
    Field type = fields.get("content-type");
    if (!name.isEmpty() || type == null) {
      return name;
    }
    ContentTypeField parsed = ContentTypeFieldLenientImpl.PARSER.parse(type, DecodeMonitor.SILENT);
    return MailText.fileName(parsed.getParameter("name"));
  }
}
