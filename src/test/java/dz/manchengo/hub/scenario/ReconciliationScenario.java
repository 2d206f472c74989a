package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.jobs.JobRuns;
import dz.manchengo.hub.platform.Command;
import dz.manchengo.hub.reconciliation.CountCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;

/** What scenarios of the reconciliation share: files of stock, invoices and counts, and the job. */
abstract class ReconciliationScenario extends InProcessHub {
  static final String MOVEMENTS = "Date;Origine;Code;Lot;Dépôt;Quantité;Coût unitaire;Référence\n";
  static final String INVOICES =
      "N° facture;Date facture;Code client;Client;Code article;Désignation;Qté;P.U. HT;TVA %;N° BL\n";
  static final String COUNTS =
      "Date inventaire;Dépôt;Code article;Lot;Quantité comptée;Comptage 2;Compteur;Compteur 2\n";

  @Autowired JobRuns jobs;

  /** The file is dropped, and taken whole. */
  Acknowledgement take(String folder, String name, String text) {
    HUB.drop(folder, name, text.getBytes(UTF_8));
    Acknowledgement answer = HUB.awaitAcknowledgement(folder, name);
    assertThat(answer.status()).as("%s %s", name, answer.sentence()).isEqualTo("POSTED");
    return answer;
  }

  /** What a command of that exit code prints. */
  static String said(Command command, int exit, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--hub.home=" + HUB.home());
    PrintStream out = new PrintStream(said, true, UTF_8);
    assertThat(command.run(all, Map.of(), out)).as(said.toString(UTF_8)).isEqualTo(exit);
    return said.toString(UTF_8);
  }

  /** A run of that date, at its end. */
  void reconcile(String date) {
    complete("reconcile-stock", date);
  }

  void complete(String job, String date) {
    ended(jobs.want(job, Optional.of(LocalDate.parse(date)), Map.of(), true, "test"));
  }

  /** The workbook that a report of that date writes. */
  ReportWorkbook report(String job, String date, String file) throws IOException {
    complete(job, date);
    return ReportWorkbook.open(HUB.home().resolve("reports/" + job + "/" + file + ".xlsx"));
  }

  /** Waits until it is done. */
  void ended(long run) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> state(run), state -> !List.of("WANTED", "RUNNING").contains(state));
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  private String state(long run) {
    return db.sql("SELECT coalesce(failure, status) FROM job_run WHERE id = :run")
        .param("run", run)
        .query(String.class)
        .single();
  }

  /** What {@code count} says to these words; its exit code is checked. */
  static String count(int exit, String... words) {
    return said(new CountCommand(), exit, words);
  }

  /** Stock of before, on the first of September 2025. */
  void opening(String product, String warehouse, int quantity, int cost) {
    take(
        "stock-movements",
        product + "-o.csv",
        MOVEMENTS
            + "01/09/2025;OPENING;%s;;%s;%d;%d;O-%1$s\n"
                .formatted(product, warehouse, quantity, cost));
  }

  /**
   * Rule, product, quantity and references, of the latest answer to the sessions of a warehouse.
   */
  List<String> told(String warehouse) {
    return db.sql(
            """
            SELECT concat_ws(' ', rule_code, product_code, lot_code, trim_scale(f.qty), refs)
            FROM reconciliation_finding f JOIN product USING (product_id) LEFT JOIN lot USING (lot_id)
            WHERE reconciliation_id IN (
              SELECT max(reconciliation_id) FROM reconciliation JOIN count_session USING (session_id)
              JOIN warehouse USING (warehouse_id) WHERE code = :warehouse AND done_at IS NOT NULL GROUP BY session_id)
            ORDER BY 1
            """)
        .param("warehouse", warehouse)
        .query(String.class)
        .list();
  }

  /** Product, lot, difference, value, level, status and reason of what is proposed there. */
  List<String> proposed(String warehouse) {
    return db.sql(
            """
            SELECT concat_ws(' ', product_code, lot_code, trim_scale(delta_qty), trim_scale(delta_value), level, a.status, a.reason_code)
            FROM count_adjustment a JOIN count_line l USING (line_id) JOIN count_session USING (session_id)
            JOIN warehouse USING (warehouse_id) JOIN product USING (product_id) LEFT JOIN lot USING (lot_id)
            WHERE code = :warehouse ORDER BY 1
            """)
        .param("warehouse", warehouse)
        .query(String.class)
        .list();
  }
}
