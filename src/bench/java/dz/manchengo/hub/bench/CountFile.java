package dz.manchengo.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A stock count of one warehouse; every twentieth quantity is no number. */
final class CountFile {
  private CountFile() {}

  static Path write(Path file, String session, int lines) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "N° inventaire;Date inventaire;Dépôt;Emplacement;Code article;Désignation;Unité;"
                + "Quantité comptée;Compteur\r\n");
    Random random = new Random(7);
    for (int i = 0; i < lines; i++) {
      text.append(session).append(";31/10/2025 17:30;Produits finis;A-").append(i / 300);
      text.append(";PF-").append("%04d".formatted(i % 300)).append(";Fromage n° ").append(i % 300);
      text.append(";U;").append(i % 20 == 19 ? "douze" : String.valueOf(random.nextInt(900)));
      text.append(";Équipe 1\r\n");
    }
    return Files.writeString(file, text, OrderFile.CHARSET);
  }
}
