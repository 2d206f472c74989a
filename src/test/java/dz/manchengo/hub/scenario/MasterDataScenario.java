package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What scenarios of lists of products and parties share. */
abstract class MasterDataScenario extends InProcessHub {
  private static final String PRODUCTS =
      "Code article;Désignation;Type;Unité;TVA;Code-barres;DLC (jours);Conditionnement;Facteur;Actif";
  static final String PARTIES =
      "Code tiers;Raison sociale;Type;NIF;RC;AI;Délai de paiement;Plafond;E-mail";
  static final String SALES =
      "N° facture;Date facture;Code client;Client;NIF client;Code article;Désignation;Qté;P.U. HT;TVA %";

  static Acknowledgement products(String name, String... rows) {
    return drop("products", name, PRODUCTS, rows);
  }

  static Acknowledgement parties(String name, String... rows) {
    return drop("parties", name, PARTIES, rows);
  }

  private static Acknowledgement drop(String folder, String name, String header, String... rows) {
    String text =
        Stream.concat(Stream.of(header), Stream.of(rows))
            .collect(Collectors.joining("\n", "", "\n"));
    HUB.drop(folder, name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement(folder, name);
  }

  /** Row, rule and column. */
  List<String> findings(String name) {
    return db.sql(
            "SELECT concat_ws(' ', row_no, rule_code, column_name) FROM finding"
                + " WHERE submission_id = :id ORDER BY id")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }
}
