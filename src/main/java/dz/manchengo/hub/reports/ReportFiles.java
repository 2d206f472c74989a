package dz.manchengo.hub.reports;

import dz.manchengo.hub.platform.HubHome;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The workbooks that jobs have written, below {@code reports/<job>/}. */
@Component
public class ReportFiles {
  private static final String ENDING = ".xlsx";

  private final HubHome home;

  ReportFiles(HubHome home) {
    this.home = home;
  }

  /**
   * A workbook that lies there.
   *
   * @param size bytes
   */
  public record Entry(String name, long size, Instant writtenAt) {}

  /** Those of a job, the latest first; none where it has written none. */
  public List<Entry> of(String job) throws IOException {
    List<Entry> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(job), "*" + ENDING)) {
      for (Path file : files) {
        read(file).ifPresent(found::add);
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    found.sort(
        Comparator.comparing(Entry::writtenAt)
            .reversed()
            .thenComparing(Entry::name, Comparator.reverseOrder()));
    return found;
  }

  /** That workbook; empty where there is none of that name, and for a name that leads elsewhere. */
  public Optional<Path> file(String job, String name) throws IOException {
    return of(job).stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(entry -> folder(job).resolve(entry.name()));
  }

  private Path folder(String job) {
    return home.folder("reports").resolve(job);
  }

  private static Optional<Entry> read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      BasicFileAttributes is =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return is.isRegularFile() && !name.startsWith(".")
          ? Optional.of(new Entry(name, is.size(), is.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty(); // somebody tidied up meanwhile
    }
  }
}
