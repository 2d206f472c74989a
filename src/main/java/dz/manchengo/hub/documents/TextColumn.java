package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A column of texts, codes, identifiers or words of a closed list. */
final class TextColumn {
  private final Layout.Column column;
  private final String field;
  private final Aliases.Type type;
  private final Feed feed;
  private boolean waitingTold;

  TextColumn(Layout.Column column, String field, Aliases.Type type, Feed feed) {
    this.column = column;
    this.field = field;
    this.type = type;
    this.feed = feed;
  }

  /** The value of a cell, or a finding in its row; null where there is none. */
  @Nullable Object value(SourceRow source, DataRow row) {
    Cell cell = worded(source.cell(column.index()));
    if (cell.isBlank() || CellValue.fault(cell) != null || isTooLong(cell, row)) {
      return null;
    }
    return switch (field) {
      case "payment_method", "method" -> word(Enumerations.PAYMENT_METHOD, cell, row);
      case "doc_kind" -> kind(cell, row);
      case "money_unit" -> word(Enumerations.MONEY_UNIT, cell, row);
      case "origin" -> word(StockWords.MOVEMENT_ORIGIN, cell, row);
      case "direction" -> word(StockWords.MOVEMENT_DIRECTION, cell, row);
      case "reason" -> word(StockWords.STOCK_REASON, cell, row);
      case "active" -> word(MasterWords.ACTIVE, cell, row);
      case "lot_tracked" -> word(MasterWords.LOT_TRACKED, cell, row);
      case "catch_weight" -> word(MasterWords.CATCH_WEIGHT, cell, row);
      case "perishable" -> word(MasterWords.PERISHABLE, cell, row);
      case "product_type" -> word(MasterWords.PRODUCT_TYPE, cell, row);
      case "abc_class" -> word(MasterWords.ABC_CLASS, cell, row);
      case "party_role" -> word(MasterWords.PARTY_ROLE, cell, row);
      case "wilaya" -> word(Wilayas.NUMBERS, cell, row);
      case "gtin" -> gtin(cell, row);
      case "status", "payment_status" -> status(cell, row);
      case "quality_status" -> word(BatchWords.QUALITY, cell, row);
      case "party_nif" -> identifier(Identifiers.nif(cell), cell, row);
      case "party_nis" -> identifier(Identifiers.nis(cell), cell, row);
      case "party_rc" -> identifier(Identifiers.rc(cell), cell, row);
      case "party_ai" -> identifier(Identifiers.ai(cell), cell, row);
      default ->
          type == Aliases.Type.CODE || field.endsWith("_no")
              ? identifier(Identifiers.code(stripped(cell)), cell, row)
              : nullIfEmpty(CellValue.text(stripped(cell)));
    };
  }

  /** « Achat » is the kind of a purchase; among sales it contradicts its file (INV-047). */
  private @Nullable Object kind(Cell cell, DataRow row) {
    String text = CellValue.text(cell);
    if (SageTypes.isOne(column.header(), text)) {
      return sage(text, Invoice.Kind.INVOICE, row);
    }
    if (feed.document().equals("invoices") && SideWords.side(text) != null) {
      String other = SideWords.contradiction(text, feed.direction());
      if (other != null) {
        row.header().putIfAbsent(other, text);
        return null;
      }
      row.putWord(field, text);
      return Invoice.Kind.INVOICE;
    }
    return word(Enumerations.KIND, cell, row);
  }

  /** An export of all of Sage's documents has others beside those of this file. */
  private @Nullable Object sage(String type, Object meaning, DataRow row) {
    if (!SageTypes.isWanted(type, feed)) {
      row.add(SageTypes.refused(type, row.place().at(column.header()), feed));
      return null;
    }
    row.putWord(field, type);
    return meaning;
  }

  /** Each kind of document has its own words for how far it is. */
  private @Nullable Object status(Cell cell, DataRow row) {
    String scope = column.match().fields().get(0).scope();
    String text = CellValue.text(cell);
    if (SageTypes.isOne(column.header(), text)) {
      return sage(text, Order.Status.CONFIRMED, row);
    }
    if (scope.equals("INVOICE") && !waitingTold && Enumerations.isWaiting(text)) {
      waitingTold = true; // once: it holds for the whole column
      String header = column.header().strip();
      Place place = row.place().at(column.header());
      row.add(RuleBook.finding("FMT-030", place, text, "value", text, "field", header));
    }
    return word(Enumerations.status(scope), cell, row);
  }

  /** Names and numbers are looked up: what is longer than any of them is a slip (FMT-017). */
  private boolean isTooLong(Cell cell, DataRow row) {
    boolean free =
        field.equals("description") || field.equals("note") || field.equals("party_address");
    int longest = free ? 4_000 : 200;
    String text = cell.text();
    if (text.length() <= longest) {
      return false;
    }
    row.add(
        RuleBook.finding(
            "FMT-017",
            row.place().at(column.header()),
            text,
            "value",
            text.substring(0, 40) + "…",
            "field",
            column.header().strip(),
            "limit",
            "reason.limit.characters",
            "n",
            Figures.of(BigDecimal.valueOf(longest))));
    return true;
  }

  /** « 2 » of a program that numbers its types. */
  private Cell worded(Cell cell) {
    return feed.words().containsKey(field) && !cell.isBlank()
        ? new Cell.Text(feed.worded(field, CellValue.text(cell)))
        : cell;
  }

  private Cell stripped(Cell cell) {
    return feed.strip().containsKey(field)
        ? new Cell.Text(feed.stripped(field, CellValue.text(cell)))
        : cell;
  }

  private <T> @Nullable T word(Vocabulary<T> words, Cell cell, DataRow row) {
    String text = CellValue.text(cell);
    if (Typography.isDash(text)) {
      return null; // a dash fills a cell where nothing is to be written
    }
    T value = words.read(text);
    if (value == null && field.equals("doc_kind") && Enumerations.isKindOfCustomer(text)) {
      return null; // « Type » of a report is the customer's, not the document's
    }
    if (value == null) {
      Finding unknown =
          RuleBook.finding(
              "FMT-014",
              row.place().at(column.header()),
              text,
              "value",
              text,
              "field",
              column.header().strip(),
              "allowed",
              words.asked());
      boolean way = field.equals("origin") && StockWords.MOVEMENT_DIRECTION.read(text) != null;
      row.add(way ? unknown.withHint("hint.way-is-no-origin") : unknown);
    } else {
      row.putWord(field, text);
    }
    return value;
  }

  private @Nullable String identifier(IdentifierReading reading, Cell cell, DataRow row) {
    Place place = row.place().at(column.header());
    String raw = cell.text();
    if (reading instanceof IdentifierReading.Kept kept) {
      if (field.endsWith("_no") && Identifiers.wasMadeADate(kept.value())) {
        row.add(
            RuleBook.finding(
                "FMT-035", place, raw, "value", raw, "field", column.header().strip()));
        return null;
      }
      return field.endsWith("_no") ? TitleNumber.bare(kept.value()) : kept.value();
    }
    if (reading instanceof IdentifierReading.Padded padded) {
      row.add(
          RuleBook.finding("FMT-011", place, raw, "raw", padded.raw(), "value", padded.value()));
      return padded.value();
    }
    if (reading instanceof IdentifierReading.Damaged) {
      row.add(
          RuleBook.finding("FMT-010", place, raw, "value", raw, "field", column.header().strip()));
    } else if (reading instanceof IdentifierReading.Invalid && field.equals("party_nif")) {
      row.add(RuleBook.finding("MDM-005", place, raw, nifParams(raw)));
    }
    return null;
  }

  /** One whose check digit is wrong is somebody else's or nobody's (MDM-010). */
  private @Nullable String gtin(Cell cell, DataRow row) {
    String code = identifier(Identifiers.code(cell), cell, row);
    String digits = code == null ? null : Typography.lettersAndDigits(code);
    if (digits == null || Identifiers.isGtin(digits)) {
      return digits;
    }
    row.add(RuleBook.finding("MDM-010", row.place().at(column.header()), code, "value", digits));
    return null;
  }

  /** Nothing but digits, and too few of them: zeros may have been in front. */
  private static Object[] nifParams(String raw) {
    boolean tooShort = raw.strip().length() < 15 && Typography.areDigits(raw.strip());
    return tooShort
        ? new Object[] {"value", raw, Hints.PARAM, "hint.nif-zeros"}
        : new Object[] {"value", raw};
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
