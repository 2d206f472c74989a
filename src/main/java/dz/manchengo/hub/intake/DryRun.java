package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Interpretation;
import dz.manchengo.hub.documents.Interpreter;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What posting a file would do: the way of a preview without inbox, archive and answer, in one read
 * only transaction.
 */
@Component
public class DryRun {
  private static final int PORTION = 4_000;

  /** As a file that comes after all others. */
  private static final long LATEST = Long.MAX_VALUE;

  /** Rules that say: these bytes are no table. */
  private static final Set<String> UNREADABLE =
      Set.of("FIL-001", "FIL-003", "FIL-008", "FIL-010", "FIL-011");

  private final Interpreter interpreter;
  private final JdbcClient db;
  private final TransactionTemplate readOnly;

  DryRun(Interpreter interpreter, JdbcClient db, PlatformTransactionManager transactions) {
    this.interpreter = interpreter;
    this.db = db;
    this.readOnly = new TransactionTemplate(transactions);
    this.readOnly.setReadOnly(true);
  }

  /**
   * What would become of the file.
   *
   * @param status of the submission that it would be
   * @param unreadable whether it is no table at all
   * @param feed null if nobody reads it
   * @param detected how it was read
   * @param documents by what would become of them
   * @param totals of the documents that would be created or revised, DA
   * @param first the submission that brought the same bytes, null if none did
   */
  public record Report(
      String status,
      boolean unreadable,
      @Nullable String feed,
      Map<String, String> detected,
      int rowsRead,
      int rowsRefused,
      Map<Outcome, Integer> documents,
      Verdict.Totals totals,
      @Nullable First first) {
    public int count(Outcome outcome) {
      return documents.getOrDefault(outcome, 0);
    }
  }

  /** The submission that the same bytes belong to. */
  public record First(long id, String originalName, OffsetDateTime receivedAt) {}

  /** The submission whose bytes are these, if one had or may yet have an effect. */
  public Optional<First> first(Path file) throws IOException {
    MessageDigest digest = ContentHash.newDigest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return db.sql(Sql.file("intake/holder.sql"))
        .param("tenant", Tenancy.HOUSE)
        .param("hash", ContentHash.of(digest).hex())
        .query(First.class)
        .optional();
  }

  /** What is said of a file that came before. */
  public static Report duplicate(First first) {
    return report("DUPLICATE", false, null, Map.of(), new Result(0), first);
  }

  /**
   * Judges the file.
   *
   * @param feed by which it is to be read; null when its headers shall tell
   * @param findings takes each finding as soon as it is known
   * @throws IOException when our disk fails, or the file can no longer be read
   */
  public Report judge(Path file, @Nullable Feed feed, Consumer<Finding> findings)
      throws IOException {
    Consumer<Finding> foreseen = finding -> findings.accept(finding.asForeseen());
    try (Interpretation read = interpret(file, feed)) {
      read.findings().forEach(foreseen);
      Result result = result(read, foreseen);
      return report(result.status(), false, read.feed().name(), read.detected(), result, null);
    } catch (UnreadableFile e) {
      findings.accept(e.finding());
      boolean unreadable = UNREADABLE.contains(e.finding().rule());
      return report("REJECTED", unreadable, null, Map.of(), new Result(0), null);
    }
  }

  private Interpretation interpret(Path file, @Nullable Feed feed)
      throws UnreadableFile, IOException {
    String name = FileName.of(file);
    return feed == null
        ? interpreter.interpret(file, name, "")
        : interpreter.interpretBy(feed, file, name);
  }

  /** As it would be told: where the whole file is refused, all of it. */
  private Result result(Interpretation read, Consumer<Finding> findings) throws IOException {
    Judgement judgement = new Judgement(new Result(read.rows()), findings);
    AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    readOnly.executeWithoutResult(
        status -> {
          try {
            judge(read, judgement);
          } catch (UnreadableFile e) {
            judgement.finding(e.finding());
            judgement.result().condemn();
          } catch (IOException e) {
            failed.set(e);
          }
        });
    if (failed.get() instanceof IOException e) {
      throw e;
    }
    read.controlFindings().forEach(findings);
    judgement.result().excess(read.feed()).ifPresent(findings);
    boolean refused = judgement.result().refusesFile(read.feed());
    return refused ? judgement.result().allRefused() : judgement.result();
  }

  private static void judge(Interpretation read, Judgement judgement)
      throws UnreadableFile, IOException {
    DocumentPosting.Session session =
        read.posting().open(new DocumentPosting.Posting(LATEST, read.feed(), false));
    read.read(PORTION, portion -> session.post(portion, judgement));
    session.end(judgement);
  }

  private static Report report(
      String status,
      boolean unreadable,
      @Nullable String feed,
      Map<String, String> detected,
      Result result,
      @Nullable First first) {
    return new Report(
        status,
        unreadable,
        feed,
        detected,
        result.rowsRead(),
        result.rowsRefused(),
        documents(result),
        result.posted(),
        first);
  }

  private static Map<Outcome, Integer> documents(Result result) {
    Map<Outcome, Integer> documents = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      documents.put(outcome, result.count(outcome));
    }
    return documents;
  }

  /** Counts verdicts and hands findings on. */
  private record Judgement(Result result, Consumer<Finding> findings)
      implements DocumentPosting.Answers {
    @Override
    public void verdict(Verdict verdict) {
      result.add(verdict);
      verdict.findings().forEach(findings);
    }

    @Override
    public void finding(Finding finding) {
      findings.accept(finding);
    }
  }
}
