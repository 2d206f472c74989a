package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worksheets of one workbook, each with its rows in a spool. */
final class Worksheets implements Closeable {
  private final Limits limits;
  private final Volume volume;
  private final Path folder;
  private final HiddenPlaces hidden = new HiddenPlaces();
  private final List<RowSpool> spools = new ArrayList<>();
  private final List<SourceSheet> sheets = new ArrayList<>();

  Worksheets(Limits limits, Volume volume, Path folder) {
    this.limits = limits;
    this.volume = volume;
    this.folder = folder;
  }

  Volume volume() {
    return volume;
  }

  RowLimits textLimits() {
    return new RowLimits("", limits);
  }

  /** Fills a worksheet from its part of the file. */
  interface Filling {
    void fill(Worksheet sheet) throws UnreadableFile, IOException;
  }

  /** Adds one more worksheet. */
  void add(String name, boolean isHidden, Filling filling) throws UnreadableFile, IOException {
    Worksheet sheet = begin(name);
    try {
      filling.fill(sheet);
      end(sheet, isHidden);
    } catch (UnreadableFile | IOException | RuntimeException e) {
      sheet.discard();
      throw e;
    }
  }

  /** A worksheet to be filled; either ended here or discarded. */
  Worksheet begin(String name) throws IOException {
    return new Worksheet(name, new SheetRows(name, limits, volume, folder), volume);
  }

  void end(Worksheet sheet, boolean isHidden) throws UnreadableFile, IOException {
    MergedRanges merged = sheet.merged();
    RowSpool spool = sheet.ended();
    spools.add(spool);
    sheet.tellHidden(hidden);
    if (isHidden && !sheet.isEmpty()) {
      hidden.sheet(sheet.name());
    }
    sheets.add(new SourceSheet(sheet.name(), null, reader -> merged.read(spool, reader)));
  }

  /**
   * The workbook as it was read.
   *
   * @param date1904 which calendar counts its days; null where it writes dates as such
   */
  SourceFile file(String format, @Nullable Boolean date1904) throws UnreadableFile {
    if (sheets.isEmpty()) {
      throw Refusal.unreadable("reason.no-sheet");
    }
    List<SourceSheet> filled = sheets.stream().filter(sheet -> !sheet.isEmpty()).toList();
    List<SourceSheet> shown = filled.isEmpty() ? sheets.subList(0, 1) : filled;
    Map<String, String> detected = new LinkedHashMap<>();
    detected.put("Format", format);
    if (date1904 != null) {
      detected.put("{reason.read.1904}", date1904 ? "{reason.read.yes}" : "{reason.read.no}");
    }
    detected.put("{reason.read.sheets}", String.valueOf(shown.size()));
    return new SourceFile(format, detected, List.copyOf(shown), hidden.findings(), this);
  }

  @Override
  public void close() throws IOException {
    for (RowSpool spool : spools) {
      spool.close();
    }
  }
}
