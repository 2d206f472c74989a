package dz.manchengo.hub.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its owner holds it: {@code hub_<env>_<id>_<secret>_<crc>}. The checksum lets scanners
 * and the door tell a key from junk without asking the database; it proves nothing.
 *
 * @param id public, in base62
 * @param secret 30 signs of base62, 178 bits
 */
record ApiKey(String environment, String id, String secret) {
  static final String PREFIX = "hub_";

  private static final int ID_LENGTH = 12;
  private static final int SECRET_LENGTH = 30;
  private static final int CRC_LENGTH = 6;
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM =
      Pattern.compile(
          "hub_([a-z0-9]{1,16})_([0-9A-Za-z]{%d})_([0-9A-Za-z]{%d})_([0-9A-Za-z]{%d})"
              .formatted(ID_LENGTH, SECRET_LENGTH, CRC_LENGTH));
  private static final SecureRandom RANDOM = new SecureRandom();

  static ApiKey create(String environment) {
    return new ApiKey(environment, random(ID_LENGTH), random(SECRET_LENGTH));
  }

  /** The key that this text is; empty for anything else, a wrong checksum included. */
  static Optional<ApiKey> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    ApiKey key = new ApiKey(form.group(1), form.group(2), form.group(3));
    return key.text().equals(text) ? Optional.of(key) : Optional.empty();
  }

  /** What its owner is shown once. */
  String text() {
    String plain = PREFIX + environment + "_" + id + "_" + secret;
    return plain + "_" + checksum(plain);
  }

  /**
   * What is kept of the secret, in hexadecimal: a plain hash is enough for that much chance (ASVS
   * 6.5.2).
   */
  String secretSha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** A key in a log would be a key given away. */
  @Override
  public String toString() {
    return PREFIX + environment + "_" + id + "_…";
  }

  private static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(BASE62.charAt(RANDOM.nextInt(BASE62.length())));
    }
    return text.toString();
  }

  private static String checksum(String plain) {
    CRC32 crc = new CRC32();
    crc.update(plain.getBytes(StandardCharsets.US_ASCII));
    StringBuilder text = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < CRC_LENGTH; i++) {
      text.insert(0, BASE62.charAt((int) (rest % BASE62.length())));
      rest /= BASE62.length();
    }
    return text.toString();
  }
}
