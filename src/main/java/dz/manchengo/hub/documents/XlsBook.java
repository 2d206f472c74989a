package dz.manchengo.hub.documents;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** What the sheets of an XLS workbook share: its names, texts and number formats. */
final class XlsBook {
  static final int BOF = 0x809;
  static final int EOF = 0x0A;

  private static final int BIFF8 = 0x600;
  private static final int BIFF5 = 0x500;
  private static final int FILE_PASS = 0x2F;
  private static final int CODE_PAGE = 0x42;
  private static final int DATE_MODE = 0x22;
  private static final int BOUND_SHEET = 0x85;
  private static final int FORMAT = 0x41E;
  private static final int STYLE = 0xE0;
  private static final int SHARED_STRINGS = 0xFC;
  private static final int MACROS = 0xD3;
  private static final int NO_MACROS = 0x1BD;
  private static final int WINDOWS_1252 = 0x8001;

  private final BiffStream records;
  private final String name;
  private final Volume volume;
  private final RowLimits limits;
  private final CellStyles styles = new CellStyles();
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Cell> shared = new ArrayList<>();
  private final Texts texts = new Texts();
  private Charset charset = Charset.forName("windows-1252");
  private boolean wideTexts;
  private boolean macros;

  XlsBook(BiffStream records, String name, Volume volume, RowLimits limits) {
    this.records = records;
    this.name = name;
    this.volume = volume;
    this.limits = limits;
  }

  /**
   * A sheet as the workbook lists it.
   *
   * @param offset of its first record
   */
  record Sheet(String name, long offset, boolean hidden, boolean worksheet) {}

  List<Sheet> sheets() {
    return sheets;
  }

  CellStyles styles() {
    return styles;
  }

  Cell text(String raw) {
    return texts.cell(clean(raw));
  }

  Cell shared(long index) throws UnreadableFile {
    if (index < 0 || index >= shared.size()) {
      throw Refusal.damagedWorkbook();
    }
    return shared.get((int) index);
  }

  /** Reads the workbook's own records, which come before those of its sheets. */
  void read() throws UnreadableFile, IOException {
    if (!records.next() || records.id() != BOF) {
      throw Refusal.damagedWorkbook();
    }
    int version = records.u16();
    if (version != BIFF8 && version != BIFF5) {
      throw Refusal.wrongType(name, "reason.type.xls-ancient");
    }
    wideTexts = version == BIFF8;
    do {
      if (!records.next()) {
        throw Refusal.damagedWorkbook();
      }
      record();
    } while (records.id() != EOF);
    if (macros) {
      throw Refusal.wrongType(name, "reason.type.xlsm");
    }
  }

  private void record() throws UnreadableFile, IOException {
    switch (records.id()) {
      case FILE_PASS -> throw Refusal.unreadable("reason.password");
      case CODE_PAGE -> charset = charset(records.u16());
      case DATE_MODE -> styles.setDate1904(records.u16() == 1);
      case BOUND_SHEET -> sheet();
      case FORMAT -> styles.formats().put(records.u16(), wideTexts ? longText() : shortText());
      case STYLE -> {
        records.u16();
        styles.add(records.u16());
      }
      case SHARED_STRINGS -> sharedStrings();
      case MACROS -> macros = true;
      case NO_MACROS -> macros = false;
      default -> {}
    }
  }

  private static Charset charset(int codePage) throws UnreadableFile {
    if (codePage == WINDOWS_1252 || codePage == 1200 || codePage == 367) {
      return Charset.forName("windows-1252");
    }
    for (String family : List.of("windows-", "IBM", "x-windows-")) {
      if (Charset.isSupported(family + codePage)) {
        return Charset.forName(family + codePage);
      }
    }
    if (codePage == 0x8000 || codePage == 10_000) {
      return Charset.forName("x-MacRoman");
    }
    throw Refusal.encoding();
  }

  private void sheet() throws UnreadableFile, IOException {
    long offset = records.u32();
    boolean hidden = (records.u8() & 3) != 0;
    boolean worksheet = records.u8() == 0;
    sheets.add(new Sheet(clean(shortText()), offset, hidden, worksheet));
  }

  private String shortText() throws UnreadableFile, IOException {
    return text(records.u8());
  }

  /** A text with its length before it. */
  String longText() throws UnreadableFile, IOException {
    int length = records.u16();
    limits.checkCharacters(0, length);
    return text(length);
  }

  private String text(int length) throws UnreadableFile, IOException {
    if (!wideTexts) {
      return records.text(length, charset);
    }
    return length == 0 && records.left() == 0 ? "" : records.text(length, (records.u8() & 1) != 0);
  }

  private void sharedStrings() throws UnreadableFile, IOException {
    records.u32();
    for (long count = records.u32(); count > 0; count--) {
      String text = clean(sharedString());
      volume.addCells(Place.FILE, 1);
      volume.addCharacters(Place.FILE, text.length());
      shared.add(Texts.isBlank(text) ? Cell.blank() : new Cell.Text(text));
    }
  }

  /** With formats of single letters and reading aids behind it, which are passed over. */
  private String sharedString() throws UnreadableFile, IOException {
    int length = records.u16();
    limits.checkCharacters(0, length);
    int flags = records.u8();
    long runs = (flags & 8) != 0 ? records.u16() : 0;
    long phonetics = (flags & 4) != 0 ? records.u32() : 0;
    String text = records.text(length, (flags & 1) != 0);
    records.skip(runs * 4 + phonetics);
    return text;
  }

  /** No table takes a NUL or half a surrogate pair, and no reader of XML lets one through. */
  private static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(
            c ->
                c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    ? '\uFFFD'
                    : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
