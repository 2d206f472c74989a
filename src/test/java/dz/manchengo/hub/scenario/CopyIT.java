package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.platform.CopyIn;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that are copied in the background belong to their transaction as if they were not. */
class CopyIT extends InProcessHub {
  private static final int MANY = 50_000;

  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  DataSource source;

  @SuppressWarnings("NullAway.Init")
  @Autowired
  TransactionTemplate transaction;

  @Test
  void theNextStatementSeesThem() {
    transaction.executeWithoutResult(
        status -> {
          makeTable();
          copy(1, MANY);
          copy(MANY + 1, MANY);
          assertThat(number("SELECT count(*) FROM copied")).isEqualTo(2 * MANY);
        });
  }

  @Test
  void aDuplicateFailsTheNextStatement() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      makeTable();
                      copy(1, 2);
                      copy(2, MANY);
                      copy(MANY + 10, 1);
                      number("SELECT count(*) FROM copied");
                    }))
        .isInstanceOf(DuplicateKeyException.class);
    assertTheConnectionsWork();
  }

  @Test
  void aDuplicateFailsTheCommitWhereNothingElseIsAsked() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      makeTable();
                      copy(1, 2);
                      copy(2, 1);
                    }))
        .isInstanceOf(DuplicateKeyException.class);
    assertTheConnectionsWork();
  }

  @Test
  void aRollbackDropsThoseOnTheirWay() {
    transaction.executeWithoutResult(
        status -> {
          makeTable();
          copy(1, MANY);
          status.setRollbackOnly();
        });
    assertTheConnectionsWork();
  }

  @Test
  void aCopyThatWasNotEndedIsCancelled() {
    transaction.executeWithoutResult(
        status -> {
          makeTable();
          try (CopyIn copy = CopyIn.into(source, "copied", "id")) {
            copy.row(1);
          }
          status.setRollbackOnly();
        });
    assertTheConnectionsWork();
  }

  private void makeTable() {
    db.sql("CREATE TEMPORARY TABLE copied (id int PRIMARY KEY) ON COMMIT DROP").update();
  }

  private void copy(int first, int count) {
    try (CopyIn copy = CopyIn.into(source, "copied", "id")) {
      for (int id = first; id < first + count; id++) {
        copy.row(id);
      }
      copy.end();
    }
  }

  private void assertTheConnectionsWork() {
    for (int i = 0; i < 12; i++) {
      assertThat(number("SELECT 1")).isEqualTo(1);
    }
    assertThat(number("SELECT count(*) FROM pg_class WHERE relname = 'copied'")).isZero();
  }
}
