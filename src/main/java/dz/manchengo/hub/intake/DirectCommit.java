package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Tenancy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Tenancy tenancy;
  private final TakenNumbers taken;
  private final JdbcClient db;

  DirectCommit(
      RequestKeys keys,
      DirectLog log,
      PostingLock lock,
      PlatformTransactionManager transactions,
      Tenancy tenancy,
      TakenNumbers taken,
      JdbcClient db) {
    this.keys = keys;
    this.log = log;
    this.lock = lock;
    this.tenancy = tenancy;
    this.taken = taken;
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
    this.readOnly = new TransactionTemplate(transactions);
    this.readOnly.setReadOnly(true);
  }

  /**
   * Posts the requests, which share kind, feed and tenant. Several must be {@link
   * DirectRequest#isShareable}.
   *
   * @param met whether a document was found to stand in the way of another tenant's
   * @throws DirectJudging.Apart if some of several must be posted alone; nothing is written then
   * @throws DirectJudging.Taken if the number of a document is another tenant's, and others stand
   *     or fall with it
   */
  IdentityHashMap<DirectRequest, DirectOutcome> post(List<DirectRequest> requests, boolean met) {
    IdentityHashMap<DirectRequest, DirectOutcome> outcomes = untilNothingFalls(requests, met);
    Failpoint.DOCUMENTS_COMMITTED.reach();
    outcomes.forEach(
        (request, outcome) -> {
          if (outcome instanceof DirectOutcome.Posted posted) {
            log.count(request, posted.answer());
          }
        });
    return outcomes;
  }

  /** Each attempt leaves out what the one before refused, until the rest stands. */
  private IdentityHashMap<DirectRequest, DirectOutcome> untilNothingFalls(
      List<DirectRequest> requests, boolean met) {
    DirectVerdicts former = null;
    while (true) {
      try {
        return inTransaction(requests, met, former);
      } catch (DirectJudging.Refused e) {
        former = e.verdicts();
      }
    }
  }

  private IdentityHashMap<DirectRequest, DirectOutcome> inTransaction(
      List<DirectRequest> requests, boolean met, @Nullable DirectVerdicts former) {
    IdentityHashMap<DirectRequest, DirectOutcome> outcomes = new IdentityHashMap<>();
    transaction.executeWithoutResult(
        status -> {
          tenancy.enter(requests.get(0).tenant());
          List<DirectRequest> fresh = fresh(requests, outcomes);
          if (!fresh.isEmpty()) {
            lock.toPost();
            post(fresh, met, former, outcomes);
          }
        });
    return outcomes;
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
      boolean met,
      @Nullable DirectVerdicts former,
      IdentityHashMap<DirectRequest, DirectOutcome> outcomes) {
    List<Long> ids = log.begin(requests);
    DirectVerdicts verdicts =
        DirectJudging.judge(requests, ids, true, former, numbers(requests, met));
    List<DirectAnswer> answers = new ArrayList<>();
    Map<RequestKey, KeptReply> replies = new LinkedHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      DirectRequest request = requests.get(i);
      DirectAnswer answer = identified(request, answer(request, ids.get(i), verdicts));
      KeptReply reply = request.reply().apply(answer);
      answers.add(answer);
      if (request.key() != null) {
        replies.put(request.key(), reply);
      }
      outcomes.put(request, new DirectOutcome.Posted(answer, reply));
    }
    log.finish(requests, answers);
    keys.keep(replies);
    tenancy.leave();
    log.tell(requests, answers);
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

  /**
   * What posting would do; nothing is written.
   *
   * @throws DirectJudging.Taken as {@link #post}
   */
  DirectAnswer judge(DirectRequest request) {
    return readOnly.execute(
        status -> {
          tenancy.enter(request.tenant());
          List<DirectRequest> alone = List.of(request);
          DirectVerdicts verdicts =
              DirectJudging.judge(
                  alone, List.of(Long.MAX_VALUE), false, null, numbers(alone, false));
          return answer(request, 0, verdicts);
        });
  }

  private TakenNumbers.Look numbers(List<DirectRequest> requests, boolean met) {
    DirectRequest first = requests.get(0);
    return taken.look(first.tenant(), first.posting().document(), met);
  }

  private static DirectAnswer answer(
      DirectRequest request, long submission, DirectVerdicts verdicts) {
    boolean refused = request.whole() && verdicts.refusesAnyOf(request.items());
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
}
