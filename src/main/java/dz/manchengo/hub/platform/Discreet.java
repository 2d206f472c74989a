package dz.manchengo.hub.platform;

import java.util.regex.Pattern;

/** Sentences as the log may have them: it is shipped, kept and read by others than the tables. */
public final class Discreet {
  private static final Pattern MAILBOX = Pattern.compile("[^\\s<>\"'(),:;\\[\\]«»]+@(?=[\\w.-])");

  private Discreet() {}

  /** Of mail addresses only the domain is left. */
  public static String line(String sentence) {
    return MAILBOX.matcher(sentence).replaceAll("…@");
  }
}
