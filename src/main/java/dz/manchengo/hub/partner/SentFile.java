package dz.manchengo.hub.partner;

import dz.manchengo.hub.intake.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The file in a call's body, which is all of it or the one part of a form. It is read once, as it
 * comes; its name is known afterwards.
 */
final class SentFile implements Bytes {
  /** A form that ends amid its part is none, so that no half of a file is taken for all of it. */
  private static final MimeConfig STRICT =
      MimeConfig.custom()
          .setStrictParsing(true)
          .setMaxLineLen(10_000)
          .setMaxHeaderCount(50)
          .setMaxHeaderLen(10_000)
          .setMaxContentLen(-1)
          .build();

  private static final int LONGEST_NAME = 200;

  private final Call call;
  private final MediaType type;
  private @Nullable String given;
  private MediaType of;

  SentFile(Call call) {
    this.call = call;
    this.type = call.contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
    this.of = type;
    this.given = call.header("Content-Disposition").map(SentFile::name).orElse(null);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (InputStream in = call.body()) {
      if (type.getType().equals("multipart")) {
        writePart(in, out);
      } else {
        in.transferTo(out);
      }
    }
  }

  /** As its sender calls it, or what it is. */
  String name() {
    return given == null || given.isBlank() ? "upload" + FileType.extension(of) : given;
  }

  private void writePart(InputStream in, OutputStream out) throws IOException {
    MimeTokenStream form = new MimeTokenStream(STRICT);
    form.setRecursionMode(RecursionMode.M_NO_RECURSE);
    try {
      form.parseHeadless(in, type.toString());
      int parts = 0;
      for (EntityState state = form.getState();
          state != EntityState.T_END_OF_STREAM;
          state = form.next()) {
        switch (state) {
          case T_START_BODYPART -> checkOnly(++parts);
          case T_FIELD -> take(form);
          case T_BODY -> form.getDecodedInputStream().transferTo(out);
          default -> {}
        }
      }
      checkOnly(parts);
    } catch (MimeException | MimeIOException e) {
      throw new ProblemException(ProblemKind.MALFORMED_FORM);
    }
  }

  private static void checkOnly(int parts) {
    if (parts != 1) {
      throw new ProblemException(ProblemKind.MALFORMED_FORM);
    }
  }

  /** Programs write names in UTF-8 (RFC 7578 §5.1). */
  private void take(MimeTokenStream form) {
    String field = form.getField().getName();
    ByteSequence raw = form.getField().getRaw();
    if (field.equalsIgnoreCase("Content-Disposition") && raw != null) {
      String line = new String(raw.toByteArray(), StandardCharsets.UTF_8);
      String named = name(line.substring(line.indexOf(':') + 1).strip());
      given = named == null ? given : named;
    } else if (field.equalsIgnoreCase("Content-Type")) {
      of = type(form.getField().getBody().strip());
    }
  }

  private static MediaType type(String text) {
    try {
      return MediaType.parseMediaType(text);
    } catch (InvalidMediaTypeException e) {
      throw new ProblemException(ProblemKind.MALFORMED_FORM);
    }
  }

  /** The last part of a path; a name that is too long keeps its end. */
  private static @Nullable String name(String disposition) {
    try {
      return Optional.ofNullable(ContentDisposition.parse(disposition).getFilename())
          .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
          .map(name -> name.substring(Math.max(0, name.length() - LONGEST_NAME)))
          .orElse(null);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemKind.INVALID_PARAMETER, "Content-Disposition");
    }
  }
}
