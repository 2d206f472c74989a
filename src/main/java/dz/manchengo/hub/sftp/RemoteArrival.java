package dz.manchengo.hub.sftp;

import dz.manchengo.hub.intake.Delivery;
import java.util.List;
import java.util.Optional;

/**
 * A file on a partner's server, as one listing showed it; two equal ones mean that nobody touched
 * it in between, as far as a server tells.
 *
 * @param path as the server knows it
 * @param folder drop folder that it goes into
 * @param modified seconds, by the server's clock
 */
record RemoteArrival(
    String partner, String path, String folder, Kind kind, long size, long modified) {
  static final String CHANNEL = "SFTP";

  private static final String MARK = "sftp|";

  enum Kind {
    FILE,
    LINK,
    OTHER
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Whether its bytes are those of the partner's {@code name-encoding}; by any other name the
   * server would not find it.
   */
  boolean hasReadableName() {
    return name().indexOf('\uFFFD') < 0;
  }

  /** The same for every hub that looks at this server, so a file counts once for all of them. */
  Delivery delivery() {
    String id = MARK + partner + "|" + path + "|" + size + "|" + modified;
    return new Delivery(id, CHANNEL, folder, name(), false, List.of());
  }

  /** The file's name, by the delivery's id. */
  static String nameOf(String delivery) {
    String path = delivery.substring(0, delivery.lastIndexOf('|', delivery.lastIndexOf('|') - 1));
    return path.substring(Math.max(path.lastIndexOf('/'), path.indexOf('|', MARK.length())) + 1);
  }

  /** The partner whose file that was, by the delivery's id. */
  static Optional<String> partnerOf(String delivery) {
    int end = delivery.indexOf('|', MARK.length());
    return delivery.startsWith(MARK) && end > 0
        ? Optional.of(delivery.substring(MARK.length(), end))
        : Optional.empty();
  }
}
