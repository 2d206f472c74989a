package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Tenancy;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a submission back, whatever channel asks for it: judges every record it brought, then does
 * what was judged. What was built upon since is kept, with the reason. See {@code
 * ops/decisions/0013-undo.md}.
 */
@Component("undo")
public class Undo {
  private final List<DocumentUndo> kinds;
  private final PostingLock lock;
  private final Tenancy tenancy;
  private final JdbcClient db;
  private final ZoneId zone;
  private final String node;

  Undo(
      List<DocumentUndo> kinds,
      List<DocumentPosting> postings,
      PostingLock lock,
      Tenancy tenancy,
      JdbcClient db,
      Node node,
      @Value("${hub.zone}") ZoneId zone) {
    this.kinds = kinds.stream().sorted(Comparator.comparing(DocumentUndo::stage)).toList();
    this.lock = lock;
    this.tenancy = tenancy;
    this.db = db;
    this.zone = zone;
    this.node = node.id();
    checkAllCanBeUndone(kinds, postings);
  }

  /**
   * What became of it.
   *
   * @param refusal why this submission cannot be taken back; null when it can
   * @param back records that were withdrawn, reversed, or have given way to their former revision
   * @param kept records upon which something was built
   */
  public record Taken(@Nullable Finding refusal, int back, int kept) {
    /** Nothing went, and something stood in the way. */
    public boolean isNothing() {
      return back == 0 && kept > 0;
    }
  }

  record Counts(int back, int kept) {}

  /**
   * Takes a submission back in the calling transaction: UNDONE afterwards, unless it cannot be
   * taken back or nothing of it went.
   *
   * @param undo the submission that takes it back: owns the list of what became of each record
   * @param dry judges only: the list says what would become of them
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken take(long submission, long undo, boolean dry) {
    if (dry) {
      lock.toPost();
    } else {
      lock.toUndo();
    }
    Finding refusal = find(submission).refusal();
    if (refusal != null) {
      return new Taken(refusal, 0, 0);
    }
    tenancy.writeFor(tenant(submission));
    kinds.forEach(kind -> judge(kind, submission, undo));
    Taken taken = takenBy(undo);
    if (!dry && !taken.isNothing()) {
      kinds.forEach(
          kind -> kind.takingBack().forEach(statement -> run(kind, statement, submission, undo)));
      end(submission, taken);
    }
    return taken;
  }

  private UndoableSubmission find(long submission) {
    return db.sql(Sql.file("intake/find_undoable.sql"))
        .param("id", submission)
        .param("node", node)
        .query(UndoableSubmission.class)
        .single();
  }

  private String tenant(long submission) {
    return db.sql("SELECT tenant FROM submission WHERE id = :id")
        .param("id", submission)
        .query(String.class)
        .single();
  }

  /** What that undo took back and kept. */
  Taken takenBy(long undo) {
    Counts counts =
        db.sql(Sql.file("intake/count_undo_entries.sql"))
            .param("undo", undo)
            .query(Counts.class)
            .single();
    return new Taken(null, counts.back(), counts.kept());
  }

  private void end(long submission, Taken taken) {
    db.sql("UPDATE submission SET status = 'UNDONE', documents_kept = :kept WHERE id = :id")
        .param("kept", taken.kept())
        .param("id", submission)
        .update();
  }

  private void judge(DocumentUndo kind, long submission, long undo) {
    db.sql(Sql.file("intake/judge_undo.sql").replace("/* judgement */", kind.judgement()))
        .param("kind", kind.kind())
        .param("undo", undo)
        .param("submission", submission)
        .param("zone", zone.getId())
        .update();
  }

  private void run(DocumentUndo kind, String statement, long submission, long undo) {
    db.sql(statement)
        .param("kind", kind.kind())
        .param("undo", undo)
        .param("submission", submission)
        .param("zone", zone.getId())
        .update();
  }

  /** A kind of document that nobody can take back is a mistake in the program. */
  static void checkAllCanBeUndone(List<DocumentUndo> kinds, List<DocumentPosting> postings) {
    Set<String> missing =
        new HashSet<>(postings.stream().map(DocumentPosting::document).collect(Collectors.toSet()));
    kinds.forEach(kind -> missing.removeAll(kind.documents()));
    if (!missing.isEmpty()) {
      throw new IllegalStateException("no DocumentUndo for " + missing);
    }
  }
}
