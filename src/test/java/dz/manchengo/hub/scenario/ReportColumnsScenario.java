package dz.manchengo.hub.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reports over invoices of 2018, which no other scenario writes. */
abstract class ReportColumnsScenario extends ReconciliationScenario {
  static final String SALES =
      "N° facture;Date facture;Type;Code client;Client;Code article;Désignation;Qté;P.U. HT;Remise %;TVA %;Mode de paiement;Timbre\n";
  static final String PURCHASES =
      "N° facture;Date facture;Code fournisseur;Fournisseur;NIF fournisseur;Code article;Désignation;Qté;P.U. HT;TVA %\n";

  static Map<String, String> row(List<Map<String, String>> table, String column, String value) {
    return table.stream()
        .filter(row -> value.equals(row.get(column)))
        .reduce((a, b) -> a)
        .orElseThrow();
  }

  static String today() {
    return LocalDate.now(ZoneId.of("Africa/Algiers")).toString();
  }

  /** That shipped report under another name, with other parameters. */
  static void copied(String report, String name, String line, String instead) throws IOException {
    Path folder = Files.createDirectories(HUB.home().resolve("batch-jobs").resolve(name));
    try (Stream<Path> files = Files.list(Path.of("batch-jobs", report))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replace("job: " + report, "job: " + name);
        Files.writeString(
            folder.resolve(String.valueOf(file.getFileName())), text.replace(line, instead));
      }
    }
  }
}
