package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is by its first bytes. Whatever nothing else claims is tried as text. */
enum FileKind {
  ZIP("504b0304", "504b0506", "504b0708"),
  OLE2("d0cf11e0a1b11ae1"),
  PDF("255044462d"),
  IMAGE("89504e470d0a1a0a", "ffd8ff", "474946383761", "474946383961", "49492a00", "4d4d002a"),
  WEBP("52494646"),
  GZIP("1f8b"),
  ARCHIVE(
      "526172211a07", "377abcaf271c", "fd377a585a00", "28b52ffd", "1f9d", "425a6839314159265359"),
  RTF("7b5c727466"),
  TNEF("789f3e22"),
  XLS("09080800", "09081000"),
  XLS_ANCIENT("09000400", "09000600", "09020600", "09040600"),
  SPREADSHEET_XML,
  FODS,
  HTML,
  XML,
  JSON,
  MAIL,
  TEXT;

  private static final int HEAD = 4096;
  private static final List<String> HTML_STARTS =
      List.of("<!doctype html", "<html", "<head", "<meta", "<style", "<body", "<table", "<div");

  /** An object, or an array; {@code [Date];[Client]} is a header of SQL Server. */
  private static final Pattern JSON_START =
      Pattern.compile("\\{|\\[\\s*([\\[{\"\\]\\d-]|null|true|false|\\z)");

  /** A declaration, a comment or an element with its attributes. */
  private static final Pattern XML_START =
      Pattern.compile("<(\\?xml|!--|!doctype|[a-z_][^;,\\s>]*[\\s>])");

  /** A header, and among the next ones two that only mails have. */
  private static final Pattern MAIL_START =
      Pattern.compile(
          "(?s)[a-z][a-z0-9-]*:(?=.*\\nfrom:|(?<=\\Afrom:))(?=.*(?:\\n|\\A)(?:mime-version|message-id|received|return-path|content-type):).*");

  /** Where a tape archive (.tar) says that it is one. */
  private static final int TAR_AT = 257;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> magics;

  FileKind(String... magics) {
    this.magics = List.of(magics);
  }

  String reason() {
    return "reason.type." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static FileKind of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    String hex = HexFormat.of().formatHex(head);
    for (FileKind kind : values()) {
      if (kind.magics.stream().anyMatch(hex::startsWith)) {
        return kind;
      }
    }
    return isTape(head) ? ARCHIVE : ofText(head);
  }

  private static boolean isTape(byte[] head) {
    return head.length > TAR_AT + 5
        && new String(head, TAR_AT, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  /** Markup in disguise is most often a web page that an application saved as {@code .xls}. */
  private static FileKind ofText(byte[] head) {
    String start =
        new String(head, StandardCharsets.ISO_8859_1)
            .replaceAll("\\A(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
            .replace("\0", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (HTML_STARTS.stream().anyMatch(start::startsWith)) {
      return HTML;
    }
    if (JSON_START.matcher(start).lookingAt()) {
      return JSON;
    }
    if (MAIL_START.matcher(start.replace('\r', '\n')).matches()) {
      return MAIL;
    }
    if (!XML_START.matcher(start).lookingAt()) {
      return TEXT;
    }
    if (start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      return SPREADSHEET_XML;
    }
    if (start.contains("<office:document")) {
      return FODS;
    }
    return start.contains("<html") ? HTML : XML;
  }
}
