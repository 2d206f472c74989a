package dz.manchengo.hub.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Feeds of which something is expected, and files that only they read. */
final class WatchScenario {
  private static final String HEADER =
      "N° facture;Date facture;Code client;Client;Code article;Désignation;Qté;P.U. HT;TVA %;";

  private WatchScenario() {}

  /** Teaches the hub a feed of which something is expected since last midnight. */
  static void expect(String feed, String more) throws IOException {
    expect(feed, "every-day", more);
  }

  static void expect(String feed, String days, String more) throws IOException {
    String source = feed.substring(0, feed.indexOf('.'));
    String header = Character.toUpperCase(source.charAt(0)) + source.substring(1);
    String yaml =
        """
        feed: %s
        document: invoices
        description: Un flux dont on attend des fichiers
        recognise: {headers: [%s]}
        ignore: [%s]
        unknown-party: create
        unknown-product: create
        expect: {by: "00:00", on: %s, %s}
        """
            .formatted(feed, header, header, days, more);
    Path part = place(feed).resolveSibling(feed + ".part");
    Files.writeString(part, yaml);
    Files.move(part, place(feed), StandardCopyOption.ATOMIC_MOVE);
  }

  static void forget(String feed) throws IOException {
    Files.delete(place(feed));
  }

  static Path place(String feed) {
    return InProcessHub.HUB.home().resolve("config/feeds/" + feed + ".yaml");
  }

  /** One invoice a row, under the header that only this source has. */
  static String file(String header, String... numbers) {
    StringBuilder text = new StringBuilder(HEADER + header + "\n");
    for (String number : numbers) {
      text.append(number + ";05/01/2026;GT-C;Client guetté;GT-A;Gouda;2;10,50;19;x\n");
    }
    return text.toString();
  }

  static void drop(String name, String text) {
    drop(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static void drop(String name, byte[] bytes) {
    InProcessHub.HUB.drop("", name, bytes);
  }
}
