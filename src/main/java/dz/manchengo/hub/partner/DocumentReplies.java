package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.documents.Body;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.intake.DirectAnswer;
import dz.manchengo.hub.intake.KeptReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** What became of documents, as JSON. */
@Component
class DocumentReplies {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int REFUSED = 422;
  private static final int MULTI_STATUS = 207;

  private final ObjectMapper json;
  private final Problems problems;

  DocumentReplies(ObjectMapper json, Problems problems) {
    this.json = json;
    this.problems = problems;
  }

  /**
   * One document that stands.
   *
   * @param id of the revision; null where nothing was written
   * @param totals DA
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Posted(
      @Nullable String id,
      @Nullable String number,
      @Nullable Integer revision,
      Outcome outcome,
      @Nullable String submissionId,
      @Nullable Totals totals,
      List<Problem.Fault> findings) {}

  private record Totals(String ht, String vat, String ttc) {
    static Totals of(Verdict.Totals totals) {
      return new Totals(text(totals.ht()), text(totals.vat()), text(totals.ttc()));
    }

    private static String text(BigDecimal amount) {
      return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
  }

  /** One item of a batch. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Item(
      int index,
      int status,
      @Nullable String id,
      @Nullable String number,
      @Nullable Integer revision,
      Outcome outcome,
      @Nullable Totals totals,
      List<Problem.Fault> findings) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Batch(@Nullable String submissionId, String status, List<Item> items) {}

  /** The answer to a single document. */
  KeptReply single(DirectAnswer answer, Call call) {
    DocumentKind kind = DocumentKind.of(call);
    boolean dry = KeyedPosting.isDry(call);
    DirectAnswer.Item item = answer.items().get(0);
    List<Problem.Fault> told = faults(answer.findings(), "", call);
    told.addAll(faults(item.findings(), "", call));
    if (item.outcome() == Outcome.REJECTED) {
      return refused(told, answer.submission(), call);
    }
    Posted posted =
        new Posted(
            id(item),
            item.number(),
            item.identity() == null ? null : item.identity().revision(),
            item.outcome(),
            submission(answer),
            kind.hasTotals() ? Totals.of(item.totals()) : null,
            told);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", Reply.JSON);
    String address = kind.isEntry() ? id(item) : item.number();
    if (!dry && address != null) {
      headers.put("Location", location(kind, address));
    }
    int status = dry || item.outcome() == Outcome.UNCHANGED ? OK : CREATED;
    return new KeptReply(status, headers, text(posted));
  }

  /**
   * The answer to a batch.
   *
   * @param breaches of the items that break the contract, by their index
   * @param indexes of the others, in the order of the answer's items
   */
  KeptReply batch(
      DirectAnswer answer, Map<Integer, List<Finding>> breaches, List<Integer> indexes, Call call) {
    DocumentKind kind = DocumentKind.of(call);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < indexes.size(); i++) {
      items.add(item(indexes.get(i), answer.items().get(i), kind, call));
    }
    breaches.forEach(
        (index, findings) ->
            items.add(
                new Item(
                    index,
                    REFUSED,
                    null,
                    null,
                    null,
                    Outcome.REJECTED,
                    null,
                    faults(findings, "", call))));
    items.sort(Comparator.comparingInt(Item::index));
    Batch batch = new Batch(submission(answer), answer.status(), items);
    return new KeptReply(MULTI_STATUS, Map.of("Content-Type", Reply.JSON), text(batch));
  }

  private static Item item(int index, DirectAnswer.Item item, DocumentKind kind, Call call) {
    boolean refused = item.outcome() == Outcome.REJECTED;
    return new Item(
        index,
        refused ? REFUSED : item.outcome() == Outcome.UNCHANGED ? OK : CREATED,
        id(item),
        item.number(),
        item.identity() == null ? null : item.identity().revision(),
        item.outcome(),
        refused || !kind.hasTotals() ? null : Totals.of(item.totals()),
        faults(item.findings(), "", call));
  }

  /** Nothing of it was taken. */
  KeptReply refused(List<Problem.Fault> faults, long submission, Call call) {
    ProblemException refused = new ProblemException(ProblemKind.REFUSED).faults(faults);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", Problem.MEDIA_TYPE);
    if (submission > 0) {
      headers.put(
          "Link", "<" + Crossing.BASE + "/submissions/" + submission + ">; rel=\"related\"");
    }
    return new KeptReply(REFUSED, headers, text(problems.of(refused, call)));
  }

  /** The findings with their places as pointers below that of the document. */
  static List<Problem.Fault> faults(List<Finding> findings, String below, Call call) {
    List<Problem.Fault> faults = new ArrayList<>();
    for (Finding finding : findings) {
      faults.add(
          new Problem.Fault(
              below + Body.pointer(finding.place()),
              null,
              finding.rule(),
              finding.severity().name(),
              finding.value(),
              sentence(finding, call)));
    }
    return faults;
  }

  private static String sentence(Finding finding, Call call) {
    String expected = RuleBook.expected(finding, call.language());
    String said = Hints.sentence(finding, call.language());
    return expected.isEmpty() ? said : said + " → " + expected;
  }

  private static String location(DocumentKind kind, String place) {
    return Crossing.BASE
        + "/"
        + kind.segment()
        + "/"
        + UriUtils.encodePathSegment(place, StandardCharsets.UTF_8);
  }

  private static @Nullable String id(DirectAnswer.Item item) {
    return item.identity() == null ? null : String.valueOf(item.identity().id());
  }

  private static @Nullable String submission(DirectAnswer answer) {
    return answer.submission() == 0 ? null : String.valueOf(answer.submission());
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
