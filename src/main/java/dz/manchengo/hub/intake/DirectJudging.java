package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.DocumentPosting.Session;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.UnreadableFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the documents of direct requests through one session of their posting. */
final class DirectJudging {
  private final List<DirectRequest> requests;
  private final TakenNumbers.Look numbers;
  private final DirectVerdicts verdicts = new DirectVerdicts();
  private final List<List<RawDocument>> judged = new ArrayList<>();

  private DirectJudging(List<DirectRequest> requests, TakenNumbers.Look numbers) {
    this.requests = requests;
    this.numbers = numbers;
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

  /** A number is another tenant's, and other documents stand or fall with its own. */
  static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Taken() {
      super("a number is another tenant's", null, false, false);
    }
  }

  /** What was written must go: documents were refused that stand together with others. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient DirectVerdicts verdicts;

    Refused(DirectVerdicts verdicts) {
      super("documents that stand together do not all stand", null, false, false);
      this.verdicts = verdicts;
    }

    DirectVerdicts verdicts() {
      return verdicts;
    }
  }

  /**
   * Judges them, and writes what stands.
   *
   * @param ids of their submissions
   * @param former of an attempt that was rolled back; what was refused then is not tried again
   * @throws Apart if some of several requests must be posted alone
   * @throws Refused if the transaction must be rolled back and this be called again with what it
   *     holds
   * @throws Taken if the transaction must be rolled back, for a number is another tenant's
   */
  static DirectVerdicts judge(
      List<DirectRequest> requests,
      List<Long> ids,
      boolean writes,
      @Nullable DirectVerdicts former,
      TakenNumbers.Look numbers) {
    DirectJudging judging = new DirectJudging(requests, numbers);
    judging.choose(former);
    judging.post(ids, writes);
    if (writes) {
      judging.check();
    }
    return judging.verdicts;
  }

  private void choose(@Nullable DirectVerdicts former) {
    for (DirectRequest request : requests) {
      boolean all = former != null && request.whole() && former.refusesAnyOf(request.items());
      for (List<RawDocument> item : request.items()) {
        if (former != null && (all || former.refuses(item))) {
          verdicts.take(former, item);
        } else {
          judged.add(item);
        }
      }
    }
  }

  private void post(List<Long> ids, boolean writes) {
    if (judged.isEmpty()) {
      return;
    }
    IdentityHashMap<RawDocument, Long> owners = new IdentityHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      long id = ids.get(i);
      requests.get(i).items().forEach(item -> item.forEach(raw -> owners.put(raw, id)));
    }
    DirectRequest first = requests.get(0);
    try {
      Session session =
          first
              .posting()
              .open(new DocumentPosting.Posting(ids.get(0), first.feed(), writes, owners::get));
      for (List<RawDocument> portion : portions(first.posting().isEachRowADocument())) {
        List<RawDocument> ours = numbers.refuse(portion, verdicts);
        if (ours.size() < portion.size() && (requests.size() > 1 || first.standsTogether())) {
          throw new Taken();
        }
        if (!ours.isEmpty()) {
          session.post(ours, verdicts);
        }
      }
      session.end(verdicts);
    } catch (UnreadableFile e) {
      throw new IllegalStateException(e); // only a column of a file condemns all of it
    }
  }

  private void check() {
    if (requests.size() > 1) {
      Set<DirectRequest> apart = Collections.newSetFromMap(new IdentityHashMap<>());
      requests.stream()
          .filter(request -> verdicts.madeRecords(request.items().get(0).get(0)))
          .forEach(apart::add);
      if (!apart.isEmpty()) {
        throw new Apart(apart);
      }
    } else if (judged.stream().anyMatch(this::fallsWithOthers)) {
      throw new Refused(verdicts);
    }
  }

  /** Whether it is refused and something that goes with it may be written. */
  private boolean fallsWithOthers(List<RawDocument> item) {
    boolean together = requests.get(0).whole() && judged.size() > 1;
    return (together || item.size() > 1) && verdicts.refuses(item);
  }

  /** Documents of one number follow each other: the later sees what the earlier left. */
  private List<List<RawDocument>> portions(boolean eachRow) {
    List<List<RawDocument>> portions = new ArrayList<>();
    List<Set<String>> numbers = new ArrayList<>();
    for (RawDocument raw : judged.stream().flatMap(List::stream).toList()) {
      String number = raw.number();
      String norm = number == null || eachRow ? "" : DocumentNumber.norm(number);
      int at =
          IntStream.range(0, portions.size())
              .filter(i -> norm.isEmpty() || !numbers.get(i).contains(norm))
              .findFirst()
              .orElse(portions.size());
      if (at == portions.size()) {
        portions.add(new ArrayList<>());
        numbers.add(new HashSet<>());
      }
      portions.get(at).add(raw);
      numbers.get(at).add(norm);
    }
    return portions;
  }
}
