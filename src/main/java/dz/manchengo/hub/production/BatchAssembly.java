package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one batch number into a batch; what is missing refuses it. */
final class BatchAssembly {
  private final BatchCandidate candidate;
  private final Map<String, Object> header;

  private BatchAssembly(BatchCandidate candidate) {
    this.candidate = candidate;
    this.header = candidate.raw.header();
  }

  static void assemble(BatchCandidate candidate) {
    if (candidate.raw.findings().stream().anyMatch(f -> f.rule().equals("FIL-014"))) {
      return; // half of a document: what else is missing is on the other sheet
    }
    BatchAssembly assembly = new BatchAssembly(candidate);
    String number = assembly.number();
    LocalDate madeOn = assembly.madeOn(number);
    Batch.Item product = assembly.product();
    List<Batch.Output> outputs = OutputLines.of(candidate, product);
    List<Batch.Input> inputs = InputLines.of(candidate);
    if (number != null && madeOn != null && product != null) {
      candidate.assembled = assembly.batch(number, madeOn, product, outputs, inputs);
    }
  }

  private @Nullable String number() {
    Place place = candidate.raw.place();
    if (candidate.raw.number() == null) {
      candidate.tell("PRD-001", "batch_no", null, "row", place.row());
    }
    return candidate.raw.number();
  }

  /** By its column, by the start, or where there is no such column by the number itself. */
  private @Nullable LocalDate madeOn(@Nullable String number) {
    LocalDate given = RawDocument.date(header, "made_on");
    LocalDateTime start = moment("started_at");
    if (given != null || start != null) {
      return given != null ? given : Objects.requireNonNull(start).toLocalDate();
    }
    if (candidate.has("made_on", "started_at")) {
      required(candidate.raw.place(), candidate.oneOf("made_on", "started_at"));
      return null;
    }
    LocalDate told = number == null ? null : CodeDate.in(number);
    if (told == null) {
      required(candidate.raw.place(), "made_on");
    } else {
      candidate.tell("PRD-021", "batch_no", number, "no", String.valueOf(number), "date", told);
    }
    return told;
  }

  private Batch.@Nullable Item product() {
    for (RawDocument.Line line : candidate.raw.lines()) {
      Batch.Item item = OutputLines.item(line.values());
      if (item.isNamed()) {
        return item;
      }
    }
    required(candidate.raw.place(), candidate.oneOf("product_code", "product_name"));
    return null;
  }

  private Batch batch(
      String number,
      LocalDate madeOn,
      Batch.Item product,
      List<Batch.Output> outputs,
      List<Batch.Input> inputs) {
    return new Batch(
        number,
        candidate.raw.place(),
        status(outputs),
        product,
        madeOn,
        moment("started_at"),
        moment("ended_at"),
        RawDocument.text(header, "recipe"),
        RawDocument.text(header, "operator"),
        number("milk_litres"),
        number("qty_planned"),
        number("loss_kg"),
        RawDocument.text(header, "loss_reason"),
        number("yield_pct"),
        RawDocument.date(header, "ripening_start"),
        RawDocument.date(header, "ripening_end"),
        RawDocument.text(header, "cellar"),
        (Batch.Quality) header.get("quality_status"),
        RawDocument.text(header, "note"),
        Measure.of(candidate),
        outputs,
        inputs);
  }

  /** A journal without a status tells what was made; an end that is still open tells the rest. */
  private Batch.Status status(List<Batch.Output> outputs) {
    Batch.Status given = (Batch.Status) header.get("status");
    if (given != null) {
      return given;
    }
    boolean open = outputs.isEmpty() && candidate.has("ended_at") && moment("ended_at") == null;
    return open ? Batch.Status.IN_PROGRESS : Batch.Status.COMPLETED;
  }

  private @Nullable BigDecimal number(String field) {
    BigDecimal value = RawDocument.number(header, field);
    if (value != null && value.signum() < 0) {
      Impossible.tell(candidate, candidate.raw.place(), field, value);
      return null;
    }
    return value;
  }

  private @Nullable LocalDateTime moment(String field) {
    return (LocalDateTime) header.get(field);
  }

  private void required(Place place, String field) {
    required(candidate, place, field);
  }

  /** FMT-001, unless reading found already why the field has no value. */
  static void required(BatchCandidate candidate, Place place, String field) {
    String column = candidate.raw.headers().getOrDefault(field, "");
    boolean said =
        candidate.raw.findings().stream()
            .anyMatch(f -> f.severity().rejects() && f.place().equals(place.at(column)));
    if (!said) {
      String shown = column.isEmpty() ? KnownHeaders.label(field) : column.strip();
      candidate.tell("FMT-001", place, field, null, "field", shown);
    }
  }
}
