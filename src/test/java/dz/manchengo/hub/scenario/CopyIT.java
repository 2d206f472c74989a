package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.platform.CopyIn;
import dz.manchengo.hub.platform.YoungTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
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

  @SuppressWarnings("NullAway.Init")
  @Autowired
  YoungTables young;

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

  /** Autovacuum does not see them, and would have the server believe that there are none. */
  @Test
  void theServerCountsThoseOfAYoungTable() {
    db.sql("CREATE TABLE IF NOT EXISTS young (n integer PRIMARY KEY)").update();
    transaction.executeWithoutResult(
        status -> {
          try (CopyIn copy = CopyIn.into(source, "young", "n")) {
            IntStream.range(0, MANY).forEach(copy::row);
            copy.end();
          }
          number("SELECT count(*) FROM young");
          besides("VACUUM ANALYZE young");
          assertThat(believed()).isZero();

          young.count();

          assertThat(believed()).isEqualTo(MANY);
          status.setRollbackOnly();
        });
    db.sql("DROP TABLE young").update();
  }

  private int believed() {
    return number("SELECT reltuples::int FROM pg_class WHERE oid = 'young'::regclass");
  }

  private void besides(String statement) {
    try (Connection other = source.getConnection();
        Statement plain = other.createStatement()) {
      plain.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
