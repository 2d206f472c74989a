package dz.manchengo.hub.mailbox;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One leaf of a mail: a body, a picture, an attachment.
 *
 * @param path its number in the mail; more after a point for what lies in it: a {@code
 *     winmail.dat}, a mail that was saved, a text with files
 * @param type media type in lower case
 * @param disposition {@code attachment}, {@code inline} or empty, in lower case
 * @param name as its sender gave it, decoded; empty when it has none
 * @param container media type of what it lies in; empty for a mail of one part
 * @param referenced whether a text of the mail may show it, by its Content-ID
 */
record MailPart(
    String path,
    String type,
    String disposition,
    String name,
    String container,
    boolean referenced) {

  enum Kind {
    FILE,
    TNEF,
    /** A mail that was forwarded whole, or saved as a file, if it is one. */
    MAIL,
    ENCRYPTED,
    /** Texts, pictures in them, signatures, delivery reports: nobody's data. */
    OTHER
  }

  /** What mail programs call the pieces of a text that they cut. */
  private static final Pattern CUT_TEXT = Pattern.compile("(?i)ATT\\d{3,}\\.(txt|html?)");

  private static final Set<String> NO_FILES =
      Set.of(
          "application/pgp-signature",
          "application/pgp-keys",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/applefile",
          "text/rfc822-headers",
          "text/calendar",
          "text/x-amp-html");

  private static final Set<String> MAILS = Set.of("message/rfc822", "message/global");

  /** Programs that do not know a file call it anything. */
  private static final Pattern DATA_NAME =
      Pattern.compile("(?i).*\\.(csv|tsv|xls[xmb]?|ods|xml|json|zip|gz)");

  /** Their content is not in this mail, which is told as that of any file without one. */
  private static final Set<String> ELSEWHERE = Set.of("message/external-body", "message/partial");

  private static final Set<String> ENCRYPTED =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");

  private static final Pattern ENCRYPTED_NAME =
      Pattern.compile("(?i)^(?!signature).*\\.(pgp|gpg|asc|p7m)$");

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "text/csv", ".csv",
          "text/tab-separated-values", ".tsv",
          "text/plain", ".txt",
          "application/vnd.ms-excel", ".xls",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx",
          "application/vnd.oasis.opendocument.spreadsheet", ".ods",
          "application/xml", ".xml",
          "text/xml", ".xml",
          "application/zip", ".zip",
          "application/gzip", ".gz");

  Kind kind() {
    if (type.equals("application/ms-tnef")
        || type.equals("application/vnd.ms-tnef")
        || name.equalsIgnoreCase("winmail.dat")) {
      return Kind.TNEF;
    }
    if (type.equals("application/pgp-encrypted") && container.equals("multipart/encrypted")) {
      return Kind.OTHER; // says only how the next part is encrypted
    }
    if (ENCRYPTED.contains(type) || container.equals("multipart/encrypted")) {
      return Kind.ENCRYPTED;
    }
    if (MAILS.contains(type) || (isFile() && name.toLowerCase(Locale.ROOT).endsWith(".eml"))) {
      return Kind.MAIL;
    }
    if (isFile()) {
      return ENCRYPTED_NAME.matcher(name).find() ? Kind.ENCRYPTED : Kind.FILE;
    }
    return Kind.OTHER;
  }

  private boolean isFile() {
    if (DATA_NAME.matcher(name).matches()) {
      return true;
    }
    if (NO_FILES.contains(type) || (type.startsWith("message/") && !ELSEWHERE.contains(type))) {
      return false;
    }
    if (type.startsWith("image/")) {
      return disposition.equals("attachment") && !isShown();
    }
    if (isText()) {
      return named() || disposition.equals("attachment");
    }
    return true;
  }

  private boolean isShown() {
    return referenced || container.equals("multipart/related");
  }

  boolean isText() {
    return type.equals("text/plain") || type.equals("text/html") || type.equals("text/enriched");
  }

  private boolean named() {
    return !name.isEmpty() && !CUT_TEXT.matcher(name).matches();
  }

  /** Whether only its bytes tell what a program that knows no files called {@code ATT00001.dat}. */
  boolean mayBeTnef() {
    return kind() == Kind.FILE && name.toLowerCase(Locale.ROOT).endsWith(".dat");
  }

  /** The same part, as what its bytes are. */
  MailPart asTnef() {
    return new MailPart(path, "application/ms-tnef", disposition, name, container, referenced);
  }

  /** The name that its submission gets. */
  String fileName() {
    return name.isEmpty() ? "piece-jointe-" + path + EXTENSIONS.getOrDefault(type, "") : name;
  }

  /** The same part of a {@code winmail.dat}: nobody says what it is but its name. */
  MailPart inside(int number, @Nullable String itsName) {
    return new MailPart(
        path + "." + number,
        "application/octet-stream",
        "attachment",
        MailText.fileName(itsName),
        type.toLowerCase(Locale.ROOT),
        false);
  }
}
