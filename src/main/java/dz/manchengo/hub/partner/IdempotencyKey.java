package dz.manchengo.hub.partner;

import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sender's name for one request (draft ietf-httpapi-idempotency-key-header): a string of RFC
 * 8941 in quotes, or as most programs send it a plain word of letters, digits and {@code
 * -._~:/+=@}.
 */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:/+=@-]{1,255}");
  private static final String KEY = "[a-z*][a-z0-9_.*-]*";
  private static final String BARE =
      "(?:-?\\d{1,15}(?:\\.\\d{1,3})?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[A-Za-z*][!#$%&'*+.^_`|~\\w:/-]*"
          + "|:[A-Za-z0-9+/=]*:|\\?[01])";

  /** A string and parameters, which mean nothing here. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"(?:; *" + KEY + "(?:=" + BARE + ")?)*");

  private IdempotencyKey() {}

  /**
   * The key of a call.
   *
   * @throws ProblemException when it has none, several, or one that breaks the syntax
   */
  static String of(Call call) {
    List<String> lines = Collections.list(call.request().getHeaders(HEADER));
    if (lines.isEmpty()) {
      throw new ProblemException(ProblemKind.MISSING_IDEMPOTENCY_KEY);
    }
    String key = lines.size() == 1 ? parsed(lines.get(0)) : "";
    if (key.isEmpty()) {
      throw new ProblemException(ProblemKind.INVALID_IDEMPOTENCY_KEY);
    }
    return key;
  }

  /** What the header names; empty where it breaks the syntax. */
  static String parsed(String header) {
    String text = strippedOfSpaces(header);
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    Matcher quoted = QUOTED.matcher(text);
    if (!quoted.matches()) {
      return "";
    }
    String key = quoted.group(1).replaceAll("\\\\(.)", "$1");
    return key.length() <= LONGEST && !key.isBlank() ? key : "";
  }

  private static String strippedOfSpaces(String text) {
    return text.replaceAll("^ +| +$", "");
  }
}
