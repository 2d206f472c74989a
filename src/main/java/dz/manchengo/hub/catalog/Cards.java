package dz.manchengo.hub.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One kind of master records, read and written as cards. */
public abstract sealed class Cards permits ProductCards, PartyCards {
  private final List<String> fields;

  Cards(String... fields) {
    this.fields = List.of(fields);
  }

  /**
   * Every record that one of the codes, NIFs or names may mean.
   *
   * @param names as people write them
   */
  public abstract List<Card> find(
      Collection<String> codes, Collection<String> nifs, Collection<String> names);

  /** Writes new and changed records, in the calling transaction. */
  public abstract void write(long submission, Collection<Card> cards);

  /** The code that a document without a code gives a record of that name. */
  public abstract boolean isMadeUp(String code);

  static String[] norms(Collection<String> names) {
    return names.stream().map(NameKey::of).distinct().toArray(String[]::new);
  }

  /** Of a statement whose columns are the fields, besides id, code, provisional and own. */
  List<Card> read(JdbcClient.StatementSpec statement) {
    return statement.query().listOfRows().stream().map(this::card).toList();
  }

  private Card card(Map<String, @Nullable Object> row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : fields) {
      Object value = row.get(field);
      if (value != null) {
        values.put(field, value.toString());
      }
    }
    return new Card(
        (Long) row.get("id"),
        String.valueOf(row.get("code")),
        Boolean.TRUE.equals(row.get("provisional")),
        Boolean.TRUE.equals(row.get("own")),
        values,
        source(row));
  }

  private static Card.@Nullable Source source(Map<String, @Nullable Object> row) {
    Object submission = row.get("submission_id");
    Object sheet = row.get("source_sheet");
    Object number = row.get("source_row");
    return submission == null
        ? null
        : new Card.Source(
            (Long) submission,
            sheet == null ? "" : sheet.toString(),
            number == null ? 0 : (Integer) number);
  }

  /** The values of the cards as one array for each field, and their ids, codes and states. */
  JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, long submission, Collection<Card> cards, String name) {
    List<Card> all = new ArrayList<>(cards);
    JdbcClient.StatementSpec bound =
        statement
            .param("submission", submission)
            .param("codes", all.stream().map(Card::code).toArray(String[]::new))
            .param("provisionals", all.stream().map(Card::provisional).toArray(Boolean[]::new))
            .param("sheets", all.stream().map(Cards::sheet).toArray(String[]::new))
            .param("rows", all.stream().map(Cards::row).toArray(Integer[]::new))
            .param("norms", column(all, name, true));
    for (String field : fields) {
      bound = bound.param(field, column(all, field, false));
    }
    return bound;
  }

  private static String sheet(Card card) {
    Card.Source source = card.source();
    return source == null ? "" : source.sheet();
  }

  private static int row(Card card) {
    Card.Source source = card.source();
    return source == null ? 0 : source.row();
  }

  private static @Nullable String[] column(List<Card> cards, String field, boolean norm) {
    @Nullable String[] column = new @Nullable String[cards.size()];
    Arrays.setAll(
        column,
        i -> {
          String value = cards.get(i).value(field);
          return value == null || !norm ? value : NameKey.of(value);
        });
    return column;
  }

  static List<Card> known(Collection<Card> cards) {
    return cards.stream().filter(card -> card.id() != null).toList();
  }

  static List<Card> unknown(Collection<Card> cards) {
    return cards.stream().filter(card -> card.id() == null).toList();
  }

  static @Nullable Long[] ids(List<Card> cards) {
    return cards.stream().map(Card::id).toArray(Long[]::new);
  }
}
