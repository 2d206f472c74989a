package dz.manchengo.hub.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arrival of one file, whatever the channel.
 *
 * @param id the source's own identity of this arrival; presenting it twice counts once
 * @param channel {@code DROP}, {@code EMAIL}, {@code SFTP} or {@code REST}
 * @param folder drop folder below {@code inbox/}, which names the kind of document; empty when the
 *     headers shall tell
 * @param name the file's name as its sender gave it
 * @param preview whether it is only to be said what would happen
 * @param parts the arrivals that were taken in as one, each by the id that it would have alone;
 *     empty for a lone file
 */
public record Delivery(
    String id,
    String channel,
    String folder,
    String name,
    boolean preview,
    List<String> parts,
    Sender sender) {

  /** One of the house. */
  public Delivery(
      String id, String channel, String folder, String name, boolean preview, List<String> parts) {
    this(id, channel, folder, name, preview, parts, Sender.HOUSE);
  }

  /**
   * Who sent it by the API.
   *
   * @param tenant whose documents they are; {@code hub} is the company itself
   * @param client null where no program sent it
   * @param feed by which it shall be read; null when its headers shall tell
   */
  public record Sender(String tenant, @Nullable String client, @Nullable String feed) {
    static final Sender HOUSE = new Sender("hub", null, null);
  }
}
