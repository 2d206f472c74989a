package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.CopyIn;
import dz.manchengo.hub.platform.NewIds;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.tracing.Traces;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes submissions that are posted while their senders wait, several in one statement. */
@Component
class DirectLog {
  private static final String CHANNEL = "REST";

  private final JdbcClient db;
  private final DataSource source;
  private final FindingLog findings;
  private final IntakeMetrics metrics;
  private final Outbox outbox;
  private final Traces traces;
  private final String node;

  DirectLog(
      JdbcClient db,
      DataSource source,
      FindingLog findings,
      IntakeMetrics metrics,
      Outbox outbox,
      Traces traces,
      Node node) {
    this.traces = traces;
    this.db = db;
    this.source = source;
    this.findings = findings;
    this.metrics = metrics;
    this.outbox = outbox;
    this.node = node.id();
  }

  /** A submission for each of the requests, in the calling transaction; their ids. */
  List<Long> begin(List<DirectRequest> requests) {
    List<byte[]> bodies =
        requests.stream().map(r -> r.body().getBytes(StandardCharsets.UTF_8)).toList();
    List<ContentHash> hashes = bodies.stream().map(ContentHash::of).toList();
    keepBodies(bodies, hashes);
    List<Long> ids = NewIds.take(db, "submission", "id", requests.size());
    try (CopyIn copy =
        CopyIn.into(
            source,
            "submission",
            "id",
            "channel",
            "delivery",
            "folder",
            "original_name",
            "sha256",
            "byte_size",
            "feed",
            "status",
            "acknowledgement",
            "node",
            "direct",
            "tenant",
            "client",
            "traceparent")) {
      for (int i = 0; i < ids.size(); i++) {
        DirectRequest request = requests.get(i);
        copy.row(
            ids.get(i),
            CHANNEL,
            "api|" + UUID.randomUUID(),
            request.posting().document(),
            request.name(),
            hashes.get(i).hex(),
            bodies.get(i).length,
            request.feed().name(),
            "POSTING",
            "api/" + ids.get(i) + ".ack.xlsx", // made when somebody asks for it
            node,
            true,
            request.tenant(),
            request.client(),
            request.traceparent());
      }
      copy.end();
    }
    return ids;
  }

  /** In the order of their hashes: two commits never wait for each other crosswise. */
  private void keepBodies(List<byte[]> bodies, List<ContentHash> hashes) {
    Map<String, byte[]> byHash = new TreeMap<>();
    for (int i = 0; i < hashes.size(); i++) {
      byHash.put(hashes.get(i).hex(), bodies.get(i));
    }
    db.sql(Sql.file("intake/keep_bodies.sql"))
        .param("hashes", byHash.keySet().toArray(String[]::new))
        .param("bodies", byHash.values().toArray(byte[][]::new))
        .update();
  }

  /** What became of them, in the order of the requests. */
  void finish(List<DirectRequest> requests, List<DirectAnswer> answers) {
    Map<Long, List<Finding>> told = new LinkedHashMap<>();
    answers.forEach(answer -> told.put(answer.submission(), findings(answer)));
    findings.write(told);
    Columns columns = new Columns(answers);
    db.sql(Sql.file("intake/finish_direct.sql"))
        .param("ids", columns.longs(DirectAnswer::submission))
        .param("statuses", columns.texts(DirectAnswer::status))
        .param("rows", requests.stream().map(DirectRequest::rows).toArray(Integer[]::new))
        .param("created", columns.counts(Outcome.CREATED))
        .param("revised", columns.counts(Outcome.REVISED))
        .param("unchanged", columns.counts(Outcome.UNCHANGED))
        .param("rejected", columns.counts(Outcome.REJECTED))
        .param("ht", columns.amounts(answer -> answer.totals().ht()))
        .param("vat", columns.amounts(answer -> answer.totals().vat()))
        .param("ttc", columns.amounts(answer -> answer.totals().ttc()))
        .update();
  }

  private static List<Finding> findings(DirectAnswer answer) {
    List<Finding> all = new ArrayList<>(answer.findings());
    answer.items().forEach(item -> all.addAll(item.findings()));
    return all;
  }

  /** Tells programs that want to know; a submission of the house is nobody else's business. */
  void tell(List<DirectRequest> requests, List<DirectAnswer> answers) {
    String tenant = requests.get(0).tenant();
    Predicate<String> heard = outbox.heard(tenant);
    for (int i = 0; i < requests.size() && heard.test("submission.finished"); i++) {
      DirectRequest request = requests.get(i);
      DirectAnswer answer = answers.get(i);
      traces.step(
          "intake-tell",
          request,
          () ->
              outbox.publish(
                  "submission:" + answer.submission(),
                  "submission.finished",
                  tenant,
                  answer.told(request)));
    }
    boolean revised = answers.stream().anyMatch(answer -> answer.count(Outcome.REVISED) > 0);
    if (revised && heard.test("document.revised")) {
      outbox.publishChanges(answers.stream().map(DirectAnswer::submission).toList());
    }
  }

  /** Counted once they are committed. */
  void count(DirectRequest request, DirectAnswer answer) {
    int refused = answer.count(Outcome.REJECTED);
    int share = answer.items().isEmpty() ? 0 : request.rows() * refused / answer.items().size();
    metrics.finished(
        CHANNEL, request.feed().name(), answer.status(), request.rows() - share, share);
  }

  /** Figures of several answers as parameters of one statement. */
  private record Columns(List<DirectAnswer> answers) {
    Long[] longs(Function<DirectAnswer, Long> figure) {
      return answers.stream().map(figure).toArray(Long[]::new);
    }

    String[] texts(Function<DirectAnswer, String> text) {
      return answers.stream().map(text).toArray(String[]::new);
    }

    Integer[] counts(Outcome outcome) {
      return answers.stream().map(answer -> answer.count(outcome)).toArray(Integer[]::new);
    }

    BigDecimal[] amounts(Function<DirectAnswer, BigDecimal> amount) {
      return answers.stream().map(amount).toArray(BigDecimal[]::new);
    }
  }
}
