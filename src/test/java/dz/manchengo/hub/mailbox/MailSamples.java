package dz.manchengo.hub.mailbox;

/** Mails in the making. */
final class MailSamples {
  private MailSamples() {}

  static String attached(String name) {
    return "Content-Disposition: attachment; filename=\"" + name + "\"\n";
  }

  static String part(String headers, String body) {
    return headers + "\n" + body;
  }

  static String mixed(String... parts) {
    return multipart("mixed", "LIMIT", parts);
  }

  static String multipart(String subtype, String boundary, String... parts) {
    StringBuilder mail =
        new StringBuilder("Content-Type: multipart/" + subtype + "; boundary=" + boundary + "\n\n");
    for (String part : parts) {
      mail.append("--").append(boundary).append("\n").append(part).append("\n");
    }
    return mail.append("--").append(boundary).append("--\n").toString();
  }
}
