package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files in a ZIP archive, each read as if it had come alone; its sheets bear its name. One that
 * is at fault refuses the archive as a whole (decision 0014), so that nothing of it is taken twice
 * when it comes again.
 */
final class Members implements Closeable {
  /** What people pack beside their tables: told, and not read. */
  private static final Set<String> NO_TABLES =
      Set.of(
          "reason.type.pdf",
          "reason.type.mail",
          "reason.type.tnef",
          "reason.type.image",
          "reason.type.webp",
          "reason.type.rtf",
          "reason.type.word",
          "reason.type.package");

  private final Limits limits;
  private final Path folder;
  private final Map<String, Path> unpacked = new LinkedHashMap<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final List<SourceSheet> sheets = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> detected = new LinkedHashMap<>();
  private final Set<String> formats = new LinkedHashSet<>();
  private final List<String> ignored = new ArrayList<>();

  private Members(Limits limits, Path folder) {
    this.limits = limits;
    this.folder = folder;
  }

  /** Reads a file that is no archive. */
  interface Reading {
    SourceFile read(Path content, String name) throws UnreadableFile, IOException;
  }

  static SourceFile read(
      Archive archive, Limits limits, Volume volume, Path folder, Reading reading)
      throws UnreadableFile, IOException {
    Members members = new Members(limits, folder);
    try {
      members.unpack(archive, volume);
      for (Map.Entry<String, Path> member : members.unpacked.entrySet()) {
        members.add(member.getKey(), member.getValue(), reading);
      }
      return members.file();
    } catch (UnreadableFile | IOException | RuntimeException e) {
      members.close();
      throw e;
    }
  }

  private void unpack(Archive archive, Volume volume) throws UnreadableFile, IOException {
    archive.unpack(volume, limits.bytes(), this::target);
    if (unpacked.isEmpty()) {
      throw Refusal.unreadable("reason.archive-empty");
    }
  }

  private OutputStream target(String raw) throws IOException {
    MemberName name = MemberName.of(raw);
    if (name.isFolder()) {
      return OutputStream.nullOutputStream();
    }
    if (name.isLitter()) {
      ignored.add(name.shown());
      return OutputStream.nullOutputStream();
    }
    Path file = Files.createTempFile(folder, "member", ".part");
    unpacked.put(name.shown(), file);
    return Files.newOutputStream(file);
  }

  private void add(String name, Path content, Reading reading) throws UnreadableFile, IOException {
    SourceFile file;
    try {
      file = reading.read(content, name);
    } catch (UnreadableFile e) {
      passOver(name, e.finding());
      return;
    }
    files.add(file);
    formats.add(file.format());
    file.sheets().forEach(sheet -> sheets.add(sheet.named(of(name, sheet.name()))));
    file.findings().forEach(finding -> findings.add(within(name, finding)));
    file.detected().forEach((what, value) -> tell(name, what, value));
  }

  /** As Excel writes a sheet of another workbook; a text has no sheets. */
  private static String of(String member, String sheet) {
    return sheet.isEmpty() ? member : "[" + member + "]" + sheet;
  }

  private void tell(String name, String what, String value) {
    if (!what.equals("Format")) {
      detected.put(what + " (" + name + ")", value);
    }
  }

  private void passOver(String name, Finding finding) throws UnreadableFile {
    String type = finding.params().getOrDefault("detected", "");
    if (!NO_TABLES.contains(type)) {
      throw new UnreadableFile(within(name, finding));
    }
    findings.add(notRead(name, type));
  }

  /** The members of an archive of which no sheet is read; none where the file is no archive. */
  static List<Finding> unrecognised(SourceFile file, List<String> read) {
    return unread(file, read).stream()
        .map(name -> notRead(name, "reason.archive-not-recognised"))
        .toList();
  }

  /** Their names. */
  static Set<String> unread(SourceFile file, Collection<String> read) {
    Set<String> all = new LinkedHashSet<>();
    if (file.format().equals("ZIP")) {
      file.sheets().forEach(sheet -> all.add(member(sheet.name())));
      read.forEach(sheet -> all.remove(member(sheet)));
    }
    return all;
  }

  /** The member whose sheet it is. */
  static String member(String sheet) {
    int end = sheet.startsWith("[") ? sheet.indexOf(']') : -1;
    return end < 0 ? sheet : sheet.substring(1, end);
  }

  /** A member of which nothing is taken, although the archive is. */
  private static Finding notRead(String name, String because) {
    return RuleBook.finding(
        "FIL-023", new Place(name, 0, ""), name, "name", name, "detected", because);
  }

  private static Finding within(String name, Finding finding) {
    Place place = finding.place();
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.document(),
        new Place(of(name, place.sheet()), place.row(), place.column()),
        finding.value(),
        finding.params());
  }

  private SourceFile file() throws UnreadableFile {
    if (sheets.isEmpty()) {
      throw Refusal.unreadable("reason.archive-no-table");
    }
    Map<String, String> told = new LinkedHashMap<>();
    told.put("Format", "ZIP (" + String.join(", ", formats) + ")");
    told.put("{reason.read.members}", String.join(", ", unpacked.keySet()));
    if (!ignored.isEmpty()) {
      told.put("{reason.read.ignored}", shortened(ignored));
    }
    told.putAll(detected);
    return new SourceFile("ZIP", told, List.copyOf(sheets), List.copyOf(findings), this);
  }

  private static String shortened(List<String> names) {
    String first = names.stream().limit(10).collect(Collectors.joining(", "));
    return names.size() > 10 ? first + ", …" : first;
  }

  @Override
  public void close() throws IOException {
    for (SourceFile file : files) {
      file.close();
    }
    for (Path file : unpacked.values()) {
      Files.deleteIfExists(file);
    }
  }
}
