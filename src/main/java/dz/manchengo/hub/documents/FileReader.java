package dz.manchengo.hub.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file into raw cells, or says in one sentence why not. What the file is follows from its
 * bytes, never from its name; only an archive that calls itself a workbook is not taken for one of
 * files: whoever packed it meant one or the other.
 */
public final class FileReader {
  private static final Pattern WORKBOOK_NAME =
      Pattern.compile("\\.(xls[xm]?|ods)$", Pattern.CASE_INSENSITIVE);

  private final Limits limits;
  private final Path folder;

  /**
   * A reader.
   *
   * @param folder for rows on their way
   */
  public FileReader(Limits limits, Path folder) {
    this.limits = limits;
    this.folder = folder;
  }

  /**
   * How much of a file is taken in.
   *
   * @param rows up to the last row with a value, all sheets together
   * @param columns up to the last cell with a value in any row
   * @param inflateRatio inflated bytes for one packed byte, once an entry has passed 1 MiB
   */
  public record Limits(
      long bytes,
      int rows,
      int columns,
      long inflatedEntryBytes,
      long inflatedBytes,
      int inflateRatio,
      int cellCharacters,
      int archiveEntries) {
    private static final long MIB = 1 << 20;

    public static Limits defaults() {
      return new Limits(500 * MIB, 2_000_000, 200, 1024 * MIB, 2048 * MIB, 200, 32_767, 200);
    }

    /** These limits with those that a site sets itself. */
    public Limits with(long ownBytes, int ownRows, int ownColumns) {
      return new Limits(
          ownBytes,
          ownRows,
          ownColumns,
          inflatedEntryBytes,
          inflatedBytes,
          inflateRatio,
          cellCharacters,
          archiveEntries);
    }

    /** Shared texts that are kept in memory, and cells that merged ranges fill. */
    long cells() {
      return rows * 2L;
    }

    /** Characters that are kept in memory, equal shared texts counted once. */
    long characters() {
      return rows * 32L;
    }
  }

  /** What a feed fixes about its files; null where the file itself is asked. */
  public record ReadingHints(
      @Nullable String charset, @Nullable Character delimiter, @Nullable TypedRows typedRows) {
    public static final ReadingHints NONE = new ReadingHints(null, null);

    public ReadingHints(@Nullable String charset, @Nullable Character delimiter) {
      this(charset, delimiter, null);
    }
  }

  /**
   * Looks at the whole file and reads it as often as its sheets are asked for rows.
   *
   * @param originalName as its sender named it, for the sentence of a refusal only
   * @throws UnreadableFile when the file is at fault
   * @throws IOException when our disk is
   */
  public SourceFile read(Path content, String originalName, ReadingHints hints)
      throws UnreadableFile, IOException {
    SourceFile file = asItIs(content, originalName, hints);
    TypedRows typed = hints.typedRows();
    return typed == null ? file : typed.tables(file);
  }

  private SourceFile asItIs(Path content, String originalName, ReadingHints hints)
      throws UnreadableFile, IOException {
    Volume volume = new Volume(limits);
    checkSize(Files.size(content));
    Members.Reading alone = (file, name) -> table(file, name, hints, volume);
    return switch (FileKind.of(content)) {
      case ZIP -> zip(content, originalName, volume, alone);
      case GZIP -> GzipFile.read(content, originalName, limits, volume, folder, alone);
      default -> alone.read(content, originalName);
    };
  }

  /** Reads what is no archive, or stands in one. */
  private SourceFile table(Path content, String name, ReadingHints hints, Volume volume)
      throws UnreadableFile, IOException {
    checkSize(Files.size(content));
    FileKind kind = FileKind.of(content);
    return switch (kind) {
      case TEXT -> CsvFile.read(content, hints, limits, volume);
      case ZIP -> zip(content, name, volume, null);
      case JSON -> JsonFile.read(content, limits, folder);
      case XML -> UblFile.read(content, name, limits, folder);
      case FODS -> workbook(volume, into -> OdsFile.readFlat(content, name, into));
      case OLE2 -> workbook(volume, into -> CompoundFile.read(content, name, into));
      case XLS -> workbook(volume, into -> bareXls(content, name, into));
      default -> throw Refusal.wrongType(name, kind.reason());
    };
  }

  /**
   * A workbook, or the files in an archive.
   *
   * @param alone reads one of them; null for an archive in an archive
   */
  private SourceFile zip(Path content, String name, Volume volume, Members.@Nullable Reading alone)
      throws UnreadableFile, IOException {
    try (Archive archive = Archive.open(content, limits)) {
      PackageKind kind = PackageKind.of(archive.names());
      return switch (kind) {
        case XLSX -> workbook(archive, volume, into -> XlsxFile.read(archive, name, into));
        case ODS -> workbook(archive, volume, into -> OdsFile.read(archive, name, into));
        case ZIP -> members(archive, name, volume, alone);
        default -> throw Refusal.wrongType(name, kind.reason());
      };
    } catch (ZipException e) {
      throw Refusal.unreadable("reason.archive-damaged");
    }
  }

  private SourceFile members(
      Archive archive, String name, Volume volume, Members.@Nullable Reading alone)
      throws UnreadableFile, IOException {
    if (alone == null) {
      throw Refusal.wrongType(name, "reason.type.archive");
    }
    if (WORKBOOK_NAME.matcher(name).find()) {
      throw Refusal.wrongType(name, "reason.type.archive-as-workbook");
    }
    return Members.read(archive, limits, volume, folder, alone);
  }

  private SourceFile workbook(Archive archive, Volume volume, WorkbookReading reading)
      throws UnreadableFile, IOException {
    archive.check(volume);
    return workbook(volume, reading);
  }

  /** Some programs write the records without a compound file around them. */
  private static SourceFile bareXls(Path content, String name, Worksheets into)
      throws UnreadableFile, IOException {
    return XlsFile.read(new BufferedInputStream(Files.newInputStream(content)), name, into);
  }

  private interface WorkbookReading {
    SourceFile read(Worksheets into) throws UnreadableFile, IOException;
  }

  private SourceFile workbook(Volume volume, WorkbookReading reading)
      throws UnreadableFile, IOException {
    Worksheets worksheets = new Worksheets(limits, volume, folder);
    try {
      return reading.read(worksheets);
    } catch (UnreadableFile | IOException | RuntimeException e) {
      worksheets.close();
      throw e;
    }
  }

  private void checkSize(long bytes) throws UnreadableFile {
    if (bytes == 0) {
      throw Refusal.unreadable("reason.empty");
    }
    if (bytes > limits.bytes()) {
      throw Refusal.tooLarge(
          Place.FILE, "reason.what.megabytes", megabytes(bytes), megabytes(limits.bytes()));
    }
  }

  /** As Windows shows it. */
  private static String megabytes(long bytes) {
    return BigDecimal.valueOf(bytes)
        .divide(BigDecimal.valueOf(Limits.MIB), 1, RoundingMode.UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
