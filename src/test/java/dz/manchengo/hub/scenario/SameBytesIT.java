package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same bytes several times before it is known what becomes of the first. */
class SameBytesIT extends InProcessHub {
  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  PlatformTransactionManager transactions;

  @Test
  void thoseOfARefusedFileAreEachReadAndToldWhatIsWrong() {
    String text = file(invoice("SBT-1", 1).with(0, "Qté", "douze"));

    List<Acknowledgement> answers = dropWhileNothingIsPosted("sbt-refus", text);

    assertThat(answers)
        .extracting(Acknowledgement::status)
        .containsExactly("REJECTED", "REJECTED", "REJECTED");
    assertThat(answers).allSatisfy(one -> assertThat(one.count("Documents refusés")).isEqualTo(1));
  }

  @Test
  void thoseOfAPostedFileAreDuplicatesThatNameIt() {
    List<Acknowledgement> answers = dropWhileNothingIsPosted("sbt-pris", file(invoice("SBT-2", 1)));

    assertThat(answers)
        .extracting(Acknowledgement::status)
        .containsExactlyInAnyOrder("POSTED", "DUPLICATE", "DUPLICATE");
    assertThat(answers)
        .filteredOn(one -> one.status().equals("DUPLICATE"))
        .allSatisfy(
            one -> {
              assertThat(one.sentence()).startsWith("Fichier déjà reçu le ");
              assertThat(one.value("Réponse donnée alors")).startsWith("invoices/sbt-pris-");
            });
  }

  private List<Acknowledgement> dropWhileNothingIsPosted(String name, String text) {
    List<String> names = Stream.of("-1.csv", "-2.csv", "-3.csv").map(name::concat).toList();
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              db.sql("SELECT pg_advisory_xact_lock(112111115116)") // as an undo does
                  .query((row, number) -> number)
                  .list();
              names.forEach(one -> HUB.drop(one, text));
              await().until(() -> taken(name) == names.size());
              assertThat(toBeDone(name)).as("those that wait are nobody's undone work").isOne();
            });
    return names.stream().map(HUB::awaitAcknowledgement).toList();
  }

  private long toBeDone(String name) {
    return db.sql(
            "SELECT q.waiting - (SELECT count(*) FROM submission o WHERE o.node = q.node"
                + " AND o.status IN ('RECEIVED', 'POSTING') AND o.original_name NOT LIKE :name || '-%')"
                + " FROM v_queue q JOIN submission s ON s.node = q.node"
                + " WHERE s.original_name = :name || '-1.csv'")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  private long taken(String name) {
    return db.sql("SELECT count(*) FROM submission WHERE original_name LIKE :name || '-%'")
        .param("name", name)
        .query(Long.class)
        .single();
  }
}
