package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.DocumentPosting.Session;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One commit of documents whose senders wait: keys, submissions, documents, findings and answers,
 * or nothing of them (decision 0032).
 */
@Component
class DirectCommit {
  private final RequestKeys keys;
  private final DirectLog log;
  private final PostingLock lock;
  private final TransactionTemplate transaction;
  private final TransactionTemplate readOnly;
  private final JdbcClient db;

  DirectCommit(
      RequestKeys keys,
      DirectLog log,
      PostingLock lock,
      PlatformTransactionManager transactions,
      JdbcClient db) {
    this.keys = keys;
    this.log = log;
    this.lock = lock;
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
    this.readOnly = new TransactionTemplate(transactions);
    this.readOnly.setReadOnly(true);
  }

  /**
   * These make master records: each needs a commit of its own, so that undo knows whose they are.
   */
  static final class Apart extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Set<DirectRequest> requests;

    Apart(Set<DirectRequest> requests) {
      super("several requests in one commit make master records", null, false, false);
      this.requests = requests;
    }

    Set<DirectRequest> requests() {
      return requests;
    }
  }

  /** Not all items stand: nothing is written but that. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient DirectVerdicts verdicts;

    Refused(DirectVerdicts verdicts) {
      super("not all of its documents stand", null, false, false);
      this.verdicts = verdicts;
    }
  }

  /**
   * Posts the requests, which share kind, feed and tenant. Several must be {@link
   * DirectRequest#isShareable}.
   *
   * @throws Apart if some of several must be posted alone; nothing is written then
   */
  IdentityHashMap<DirectRequest, DirectOutcome> post(List<DirectRequest> requests) {
    IdentityHashMap<DirectRequest, DirectOutcome> outcomes;
    try {
      outcomes = inTransaction(requests, null);
    } catch (Refused e) {
      outcomes = inTransaction(requests, e.verdicts);
    }
    Failpoint.DOCUMENTS_COMMITTED.reach();
    outcomes.forEach(
        (request, outcome) -> {
          if (outcome instanceof DirectOutcome.Posted posted) {
            log.count(request, posted.answer());
          }
        });
    return outcomes;
  }

  private IdentityHashMap<DirectRequest, DirectOutcome> inTransaction(
      List<DirectRequest> requests, @Nullable DirectVerdicts refused) {
    IdentityHashMap<DirectRequest, DirectOutcome> outcomes = new IdentityHashMap<>();
    transaction.executeWithoutResult(
        status -> {
          asTenant(requests.get(0).tenant());
          List<DirectRequest> fresh = fresh(requests, outcomes);
          if (!fresh.isEmpty()) {
            lock.toPost();
            post(fresh, refused, outcomes);
          }
        });
    return outcomes;
  }

  private void asTenant(String tenant) {
    db.sql("SELECT set_config('hub.tenant', :tenant, true)")
        .param("tenant", tenant)
        .query(String.class)
        .single();
  }

  /** Those that nobody answered yet. */
  private List<DirectRequest> fresh(
      List<DirectRequest> requests, IdentityHashMap<DirectRequest, DirectOutcome> outcomes) {
    List<RequestKey> all = requests.stream().flatMap(r -> Stream.ofNullable(r.key())).toList();
    Iterator<RequestKeys.Known> known =
        all.isEmpty() ? Collections.emptyIterator() : keys.look(all).iterator();
    List<DirectRequest> fresh = new ArrayList<>();
    for (DirectRequest request : requests) {
      RequestKeys.Known one = request.key() == null ? new RequestKeys.Known.New() : known.next();
      if (one instanceof RequestKeys.Known.New) {
        fresh.add(request);
      } else {
        outcomes.put(request, new DirectOutcome.NotNew(one));
      }
    }
    return fresh;
  }

  private void post(
      List<DirectRequest> requests,
      @Nullable DirectVerdicts refused,
      IdentityHashMap<DirectRequest, DirectOutcome> outcomes) {
    List<Long> ids = log.begin(requests);
    DirectVerdicts verdicts = refused == null ? judged(requests, ids, true) : refused;
    List<DirectAnswer> answers = new ArrayList<>();
    Map<RequestKey, KeptReply> replies = new LinkedHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      DirectRequest request = requests.get(i);
      DirectAnswer answer =
          identified(request, answer(request, ids.get(i), verdicts, refused != null));
      KeptReply reply = request.reply().apply(answer);
      answers.add(answer);
      if (request.key() != null) {
        replies.put(request.key(), reply);
      }
      outcomes.put(request, new DirectOutcome.Posted(answer, reply));
    }
    log.finish(requests, answers);
    keys.keep(replies);
    Failpoint.DOCUMENTS_WRITTEN.reach();
  }

  /** Some postings leave their identities to the database. */
  private DirectAnswer identified(DirectRequest request, DirectAnswer answer) {
    DirectAnswer.Item only = answer.items().get(0);
    boolean written = only.outcome() == Outcome.CREATED || only.outcome() == Outcome.REVISED;
    if (answer.items().size() > 1 || !written || only.identity() != null) {
      return answer;
    }
    return db.sql(Sql.file("intake/find_posted_record.sql"))
        .param("submission", answer.submission())
        .param("document", request.posting().document())
        .query(Verdict.Identity.class)
        .optional()
        .map(identity -> answer.with(only.identifiedBy(identity)))
        .orElse(answer);
  }

  /** What posting would do; nothing is written. */
  DirectAnswer judge(DirectRequest request) {
    return readOnly.execute(
        status -> {
          asTenant(request.tenant());
          DirectVerdicts verdicts = judged(List.of(request), List.of(Long.MAX_VALUE), false);
          DirectAnswer answer = answer(request, 0, verdicts, false);
          return request.whole() && answer.count(Outcome.REJECTED) > 0
              ? answer(request, 0, verdicts, true)
              : answer;
        });
  }

  private DirectVerdicts judged(List<DirectRequest> requests, List<Long> ids, boolean writes) {
    IdentityHashMap<RawDocument, Long> owners = new IdentityHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      long id = ids.get(i);
      requests.get(i).items().forEach(item -> item.forEach(raw -> owners.put(raw, id)));
    }
    DirectRequest first = requests.get(0);
    DirectVerdicts verdicts = new DirectVerdicts();
    DocumentPosting.Posting posting =
        new DocumentPosting.Posting(ids.get(0), first.feed(), writes, owners::get);
    try {
      Session session = first.posting().open(posting);
      for (List<RawDocument> portion : portions(requests)) {
        session.post(portion, verdicts);
      }
      session.end(verdicts);
    } catch (UnreadableFile e) {
      throw new IllegalStateException(e); // only a column of a file condemns all of it
    }
    if (writes) {
      check(requests, verdicts);
    }
    return verdicts;
  }

  private static void check(List<DirectRequest> requests, DirectVerdicts verdicts) {
    DirectRequest only = requests.get(0);
    if (requests.size() > 1) {
      Set<DirectRequest> apart = Collections.newSetFromMap(new IdentityHashMap<>());
      requests.stream()
          .filter(r -> verdicts.madeRecords(r.items().get(0).get(0)))
          .forEach(apart::add);
      if (!apart.isEmpty()) {
        throw new Apart(apart);
      }
    } else if (isSeveral(only)
        && only.items().stream().anyMatch(item -> verdicts.item(item).outcome() == Outcome.REJECTED)
        && (only.whole() || only.items().stream().anyMatch(item -> item.size() > 1))) {
      throw new Refused(verdicts);
    }
  }

  private static boolean isSeveral(DirectRequest request) {
    return request.items().stream().mapToInt(List::size).sum() > 1;
  }

  private static DirectAnswer answer(
      DirectRequest request, long submission, DirectVerdicts verdicts, boolean refused) {
    List<DirectAnswer.Item> items =
        request.items().stream()
            .map(verdicts::item)
            .map(item -> refused ? item.refused() : item)
            .toList();
    return new DirectAnswer(submission, status(items), items, verdicts.findings());
  }

  private static String status(List<DirectAnswer.Item> items) {
    long rejected = items.stream().filter(item -> item.outcome() == Outcome.REJECTED).count();
    return rejected == 0 ? "POSTED" : rejected == items.size() ? "REJECTED" : "PARTIAL";
  }

  /** Documents of one number follow each other: the later sees what the earlier left. */
  private static List<List<RawDocument>> portions(List<DirectRequest> requests) {
    List<List<RawDocument>> portions = new ArrayList<>();
    List<Set<String>> numbers = new ArrayList<>();
    for (DirectRequest request : requests) {
      for (RawDocument raw : request.items().stream().flatMap(List::stream).toList()) {
        String number = request.posting().isEachRowADocument() ? null : raw.number();
        String norm = number == null ? null : DocumentNumber.norm(number);
        int at =
            IntStream.range(0, portions.size())
                .filter(i -> norm == null || !numbers.get(i).contains(norm))
                .findFirst()
                .orElse(portions.size());
        if (at == portions.size()) {
          portions.add(new ArrayList<>());
          numbers.add(new HashSet<>());
        }
        portions.get(at).add(raw);
        if (norm != null) {
          numbers.get(at).add(norm);
        }
      }
    }
    return portions;
  }
}
