package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of one submission, from the tables.
 *
 * @param cursors fetches rows in portions, which the driver does within a transaction only
 */
record StoredEvidence(JdbcClient cursors, long submission) implements Evidence {
  @Override
  public List<RuleCount> rules() {
    return cursors
        .sql(Sql.file("intake/finding_counts.sql"))
        .param("id", submission)
        .query(RuleCount.class)
        .list();
  }

  @Override
  public void findings(Consumer<Answer.Said> reader) {
    try (Stream<Answer.Said> findings =
        cursors
            .sql(Sql.file("intake/findings.sql"))
            .param("id", submission)
            .query(Answer.Said.class)
            .stream()) {
      findings.forEach(reader);
    }
  }

  @Override
  public List<Answer.Said> ofFile() {
    return cursors
        .sql(Sql.file("intake/findings_of_file.sql"))
        .param("id", submission)
        .query(Answer.Said.class)
        .list();
  }

  @Override
  public List<Answer.Control> controls() {
    return cursors
        .sql(Sql.file("intake/controls.sql"))
        .param("id", submission)
        .query(Answer.Control.class)
        .list();
  }

  @Override
  public int refusedRows() {
    return cursors
        .sql("SELECT count(*) FROM refused_row WHERE submission_id = :id")
        .param("id", submission)
        .query(Integer.class)
        .single();
  }

  @Override
  public Set<String> sheetsWithRefusals() {
    return cursors
        .sql("SELECT DISTINCT sheet FROM refused_row WHERE submission_id = :id")
        .param("id", submission)
        .query(String.class)
        .set();
  }

  @Override
  public Stream<Reason> refused(String sheet) {
    return cursors
        .sql(Sql.file("intake/refused_rows.sql"))
        .param("id", submission)
        .param("sheet", sheet)
        .query(Reason.class)
        .stream();
  }
}
