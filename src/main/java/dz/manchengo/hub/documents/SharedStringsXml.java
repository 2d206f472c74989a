package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;

/** {@code sharedStrings.xml}: every text once, without its formats and reading aids. */
final class SharedStringsXml extends SpreadsheetPart {
  private final Volume volume;
  private final RowLimits limits;
  private final List<Cell> texts = new ArrayList<>();
  private boolean inText;
  private boolean inPhonetics;
  private boolean inRuns;

  SharedStringsXml(Volume volume, RowLimits limits) {
    this.volume = volume;
    this.limits = limits;
  }

  @Override
  void open(String element, Attributes attributes) {
    if (element.equals("si") || (element.equals("r") && !inRuns)) {
      takeText(); // runs replace a plain text before them
    }
    inRuns = !element.equals("si") && (inRuns || element.equals("r"));
    inPhonetics |= element.equals("rPh");
    inText = element.equals("t") && !inPhonetics;
  }

  @Override
  void close(String element) throws UnreadableFile {
    inText = false;
    if (element.equals("rPh")) {
      inPhonetics = false;
    } else if (element.equals("si")) {
      String text = Escapes.decoded(takeText());
      volume.addCells(Place.FILE, 1);
      volume.addCharacters(Place.FILE, text.length());
      texts.add(Texts.isBlank(text) ? Cell.blank() : new Cell.Text(text));
    }
  }

  @Override
  boolean isText() {
    return inText;
  }

  @Override
  void checkText(int length) throws UnreadableFile {
    limits.checkCharacters(0, length);
  }

  /** The text of that index as the file writes it. */
  Cell text(String index) throws UnreadableFile {
    try {
      return texts.get(Integer.parseInt(index.strip()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw Refusal.damagedWorkbook();
    }
  }
}
