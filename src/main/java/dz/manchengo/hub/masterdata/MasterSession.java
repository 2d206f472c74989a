package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.Card;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.documents.Verdict.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The master records of one file on their way to the tables. */
final class MasterSession implements DocumentPosting.Session {
  private final DocumentPosting.Posting posting;
  private final MasterKind kind;
  private final MasterOutcomes outcomes;
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Card> imagined = new LinkedHashMap<>();
  private boolean guessTold;

  MasterSession(DocumentPosting.Posting posting, MasterKind kind, Origins origins) {
    this.posting = posting;
    this.kind = kind;
    this.outcomes = new MasterOutcomes(posting, kind, origins);
  }

  @Override
  public void post(List<RawDocument> documents, DocumentPosting.Answers answers)
      throws UnreadableFile {
    List<MasterRow> all = documents.stream().map(this::read).toList();
    // those that are refused already too: who sends a file back wants to mend all of it at once
    List<MasterRow> coded = all.stream().filter(row -> !row.code.isEmpty()).toList();
    CardIndex index = new CardIndex(kind, known(coded));
    Map<String, Card> changed = new LinkedHashMap<>();
    for (MasterRow row : coded) {
      settle(row, index, changed);
    }
    if (posting.writes()) {
      kind.cards().write(posting.submission(), changed.values());
    } else {
      imagined.putAll(changed);
    }
    all.forEach(row -> answers.verdict(row.verdict()));
  }

  @Override
  public void end(DocumentPosting.Answers answers) {
    // each portion was written whole
  }

  private MasterRow read(RawDocument raw) {
    MasterRow row = new MasterRow(raw);
    String code = raw.number();
    if (code == null) {
      row.require(kind.codeField());
    }
    row.code = Objects.requireNonNullElse(code, "");
    kind.read(row);
    row.apply(posting.feed());
    return row;
  }

  /** Of a file that is only judged, its former portions are in no table. */
  private Collection<Card> known(List<MasterRow> coded) {
    Map<Object, Card> known = new LinkedHashMap<>();
    kind.cards()
        .find(
            coded.stream().map(row -> row.code).distinct().toList(),
            values(coded, "party_nif"),
            values(coded, kind.nameField()))
        .forEach(card -> known.put(Objects.requireNonNull(card.id()), card));
    imagined.values().forEach(card -> known.put(card.id() == null ? card.code() : card.id(), card));
    return known.values();
  }

  private static List<String> values(List<MasterRow> rows, String field) {
    return rows.stream()
        .map(row -> row.given.getOrDefault(field, ""))
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  private void settle(MasterRow row, CardIndex index, Map<String, Card> changed)
      throws UnreadableFile {
    Card before = index.of(row);
    boolean fresh = before.values().isEmpty();
    if (before.own()) {
      keepOwn(row, before);
    }
    boolean guessed = fresh && guess(row);
    if (fresh) {
      checkColumns(row);
      kind.needed().stream().filter(field -> !row.given.containsKey(field)).forEach(row::require);
    }
    Changes changes = Changes.of(before, row.given);
    checkSameFile(row, changes);
    kind.check(row, before, index);
    boolean provisional = guessed || (before.provisional() && !kind.completes(row.given));
    Card after =
        before
            .with(before.own() ? before.code() : row.code, provisional, row.given)
            .from(source(row));
    if (row.stands()) {
      kind.tellMissing(row, after);
      tellNamesake(row, before, index);
    }
    row.apply(posting.feed());
    if (!row.stands()) {
      return;
    }
    rows.putIfAbsent(row.code, row.raw.place().row());
    outcomes.tell(row, fresh, changes, after);
    row.apply(posting.feed());
    if (row.stands() && row.outcome != Outcome.UNCHANGED) {
      index.replace(before, after);
      changed.put(after.code(), after);
    }
  }

  /**
   * MDM-026, once for the file: what it has no column for is taken as documents take it, and the
   * record is provisional.
   */
  private boolean guess(MasterRow row) {
    Map<String, String> missing = new LinkedHashMap<>(kind.guesses());
    missing.keySet().removeIf(field -> row.given.containsKey(field) || row.hasColumn(field));
    if (missing.isEmpty()) {
      return false;
    }
    row.given.putAll(missing);
    row.given.putIfAbsent("lot_tracked", "false"); // nobody has said that it is
    if (!guessTold && row.stands() && row.given.containsKey(kind.nameField())) {
      guessTold = true;
      row.tell(
          "MDM-026",
          kind.codeField(),
          row.code,
          "missing",
          missing.keySet().stream().map(KnownHeaders::label).collect(Collectors.joining(", ")),
          "code",
          row.code,
          "guess",
          missing.entrySet().stream()
              .map(one -> KnownHeaders.label(one.getKey()) + " " + one.getValue())
              .collect(Collectors.joining(", ")));
    }
    return true;
  }

  /**
   * FIL-004: without those columns no record can be made, and to say so of each row helps nobody.
   * Lists that only change known records need not have them.
   */
  private void checkColumns(MasterRow row) throws UnreadableFile {
    List<String> missing =
        kind.needed().stream()
            .filter(field -> !row.given.containsKey(field) && !row.hasColumn(field))
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw new UnreadableFile(
          RuleBook.finding(
              "FIL-004",
              Place.row(row.raw.place().sheet(), row.raw.place().row()),
              null,
              "columns",
              missing.stream().map(KnownHeaders::label).collect(Collectors.joining(" ; ")),
              Hints.PARAM,
              "hint.new-record",
              "hint_code",
              row.code,
              "hint_row",
              row.raw.place().row()));
    }
  }

  /** MDM-036: what came by the name alone is on another record. */
  private void tellNamesake(MasterRow row, Card before, CardIndex index) {
    Card other = before.own() ? null : index.madeForNameOf(row, before);
    if (other != null) {
      String name = String.valueOf(row.given.get(kind.nameField()));
      row.tell(
          "MDM-036",
          kind.nameField(),
          name,
          "entity",
          kind.entity(),
          "code",
          row.code,
          "name",
          name,
          "other",
          other.code());
    }
  }

  private Card.Source source(MasterRow row) {
    return new Card.Source(posting.submission(), row.raw.place().sheet(), row.raw.place().row());
  }

  /** MDM-021: what a file may not change of the company itself is left as it is. */
  private void keepOwn(MasterRow row, Card before) {
    Map<String, String> ignored = new LinkedHashMap<>(row.given);
    ignored
        .keySet()
        .removeIf(field -> before.value(field) == null && PartyKind.COMPLETING.contains(field));
    row.given.keySet().removeAll(ignored.keySet());
    Changes lost = Changes.of(before, ignored);
    if (!lost.isEmpty()) {
      row.tell("MDM-021", kind.codeField(), row.code, "changes", lost.text(row));
    }
  }

  /** FIL-013: two rows of one file that say different things of one record. */
  private void checkSameFile(MasterRow row, Changes changes) {
    Integer first = rows.get(row.code);
    if (first == null) {
      return;
    }
    changes
        .values()
        .forEach(
            (field, value) -> {
              String before = changes.before().value(field);
              if (before != null) {
                row.tell(
                    "FIL-013",
                    field,
                    value,
                    "doc",
                    row.code,
                    "field",
                    row.label(field),
                    "v1",
                    before,
                    "r1",
                    first,
                    "v2",
                    value,
                    "r2",
                    row.raw.place().row());
              }
            });
  }
}
