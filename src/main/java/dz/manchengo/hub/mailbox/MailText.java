package dz.manchengo.hub.mailbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** Words in the headers of mails, as people wrote them. */
final class MailText {
  private static final int LONGEST_NAME = 200;
  private static final Pattern PIECE = Pattern.compile("\\*(\\d{1,4})\\*?$");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private MailText() {}

  /** The header with its raw bytes, which many programs send, as UTF-8 wherever they are not. */
  static Field field(Field field) throws MimeException {
    if (field.getRaw() == null) {
      return field;
    }
    byte[] raw = field.getRaw().toByteArray();
    String text = of(raw);
    return Arrays.equals(raw, text.getBytes(StandardCharsets.UTF_8))
        ? field
        : RawFieldParser.DEFAULT.parseField(ContentUtil.encode(StandardCharsets.UTF_8, text));
  }

  /** Raw bytes as UTF-8, or as Windows wrote them where they are not. */
  static String of(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return new String(raw, WINDOWS);
    }
  }

  /** A header in words (RFC 2047); a damaged one as far as it can be read. */
  static String words(@Nullable String value) {
    if (value == null) {
      return "";
    }
    try {
      return printable(
          DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return printable(value); // whatever it says, the files of its mail are taken
    }
  }

  /** A parameter of a header, in one piece or in several, in its charset (RFC 2231). */
  static @Nullable String parameter(Field field, String name) {
    MimeParameterMapping parameters = new MimeParameterMapping();
    RawField raw = new RawField(field.getName(), field.getBody());
    RawFieldParser.DEFAULT.parseRawBody(raw).getParams().stream()
        .sorted(Comparator.comparingInt(one -> place(one.getName())))
        .forEach(one -> parameters.addParameter(one.getName(), one.getValue()));
    return parameters.get(name);
  }

  /** Which piece of a value it is: {@code filename*2*} may stand before {@code filename*0*}. */
  private static int place(String parameter) {
    Matcher number = PIECE.matcher(parameter);
    return number.find() ? Integer.parseInt(number.group(1)) : -1;
  }

  /** A file's name: the last part of a path, without line breaks, of bearable length. */
  static String fileName(@Nullable String value) {
    String words = words(value);
    String last = words.substring(Math.max(words.lastIndexOf('/'), words.lastIndexOf('\\')) + 1);
    String name = Normalizer.normalize(last, Normalizer.Form.NFC).strip();
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > name.length() - 10 ? name.substring(dot) : "";
    int end = LONGEST_NAME - extension.length();
    return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end)
        + extension;
  }

  /**
   * Folded lines are one line; nothing in it can break another header or a log, or turn the letters
   * around so that a name reads as another one.
   */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}+\\s*", " ")
        .replaceAll("[\\u2028\\u2029]", " ")
        .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "");
  }
}
