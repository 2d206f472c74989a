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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
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

  /** How old programs said it, before base64. */
  private static final Set<String> UUENCODE = Set.of("x-uuencode", "uuencode", "x-uue");

  private final Visitor visitor;

  /** What the numbers of its leaves begin with. */
  private final String prefix;

  /** How deep it lies in other mails. */
  private final int depth;

  /** Leaves of the whole mail, those of saved mails in it included. */
  private final AtomicInteger total;

  private final MailEnding ending;
  private final Deque<String> containers = new ArrayDeque<>();
  private final Map<String, Field> fields = new HashMap<>();
  private int number;

  private MailParts(
      Visitor visitor, String prefix, int depth, AtomicInteger total, MailEnding ending) {
    this.visitor = visitor;
    this.prefix = prefix;
    this.depth = depth;
    this.total = total;
    this.ending = ending;
  }

  /** Gets each leaf with its decoded bytes, which are there only during the call. */
  @FunctionalInterface
  interface Visitor {
    void visit(MailPart part, InputStream bytes) throws IOException, UnreadableMail;
  }

  /**
   * Visits all leaves.
   *
   * @return whether none of its attachments may lack its end
   * @throws UnreadableMail if it is no mail, or one that nobody writes
   */
  static boolean read(Path mail, Visitor visitor) throws IOException, UnreadableMail {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(mail), 1 << 16)) {
      MailEnding ending = new MailEnding();
      new MailParts(visitor, "", 0, new AtomicInteger(), ending).walk(in);
      return !ending.isEarly();
    }
  }

  private void walk(InputStream in) throws IOException, UnreadableMail {
    try {
      steps(in);
    } catch (MimeException e) {
      throw UnreadableMail.of(e);
    }
  }

  private void steps(InputStream in) throws IOException, MimeException, UnreadableMail {
    MimeTokenStream stream = new MimeTokenStream(LENIENT, ending, null);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE); // mails in it are looked at first
    stream.parse(in);
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_START_HEADER -> fields.clear();
        case T_FIELD -> remember(MailText.field(stream.getField()));
        case T_START_MULTIPART -> enter(stream.getBodyDescriptor().getMimeType());
        case T_START_MESSAGE -> enter("");
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
    if (depth + containers.size() > DEEPEST) {
      throw new UnreadableMail("reason.mail.nested", DEEPEST);
    }
  }

  private void leaf(MimeTokenStream stream) throws IOException, UnreadableMail {
    number++;
    if (total.incrementAndGet() > MOST_PARTS) {
      throw new UnreadableMail("reason.mail.parts", MOST_PARTS);
    }
    MailPart part = part(stream.getBodyDescriptor().getMimeType());
    ending.at(part);
    InputStream bytes = stream.getDecodedInputStream();
    boolean isText = part.kind() == MailPart.Kind.OTHER && part.isText();
    if (isText || UUENCODE.contains(encoding(stream))) {
      Uuencoded.read(part, bytes, visitor);
    } else if (part.kind() == MailPart.Kind.MAIL) {
      saved(part, new BufferedInputStream(bytes));
    } else if (part.mayBeTnef()) {
      InputStream marked = new BufferedInputStream(bytes);
      visitor.visit(WinmailDat.is(marked) ? part.asTnef() : part, marked);
    } else {
      visitor.visit(part, bytes);
    }
  }

  /** What it holds decides, not what it is called: a file is a file. */
  private void saved(MailPart part, InputStream bytes) throws IOException, UnreadableMail {
    if (MailBeginning.is(bytes)) {
      new MailParts(visitor, part.path() + ".", depth + containers.size() + 1, total, ending)
          .walk(bytes);
    } else {
      visitor.visit(part, bytes);
    }
  }

  private static String encoding(MimeTokenStream stream) {
    return String.valueOf(stream.getBodyDescriptor().getTransferEncoding())
        .toLowerCase(Locale.ROOT);
  }

  private MailPart part(String type) {
    ContentDispositionField disposition = disposition();
    return new MailPart(
        prefix + number,
        type.toLowerCase(Locale.ROOT),
        disposition == null || disposition.getDispositionType() == null
            ? ""
            : disposition.getDispositionType(),
        name(),
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
  private String name() {
    Field said = fields.get("content-disposition");
    String name = said == null ? "" : MailText.fileName(MailText.parameter(said, "filename"));
    Field type = fields.get("content-type");
    if (!name.isEmpty() || type == null) {
      return name;
    }
    return MailText.fileName(MailText.parameter(type, "name"));
  }
}
