package dz.manchengo.hub.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of this project, as its tests read them. Tests run in the project's folder. */
final class ProjectFiles {
  static final Path SOURCES = Path.of("src/main/java");
  static final Path RESOURCES = Path.of("src/main/resources");
  static final Path HUB = SOURCES.resolve("dz/manchengo/hub");

  private static final Pattern COMMENT_OR_LITERAL =
      Pattern.compile(
          "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'"
              + "|/\\*(?s:.*?)\\*/|//[^\n]*");

  private ProjectFiles() {}

  /** Every file below a folder whose name ends so, in order; none where there is no folder. */
  static List<Path> under(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> javaFiles() {
    return under(SOURCES, ".java").stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** Name and ending of a file. */
  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The text without comments; literals that are only concatenated are one. */
  static String code(Path javaFile) {
    String plain =
        COMMENT_OR_LITERAL
            .matcher(read(javaFile))
            .replaceAll(
                found ->
                    found.group().startsWith("/")
                        ? " "
                        : java.util.regex.Matcher.quoteReplacement(found.group()));
    return plain.replaceAll("\"\\s*\\+\\s*\"", "");
  }

  /** What the first group of the pattern finds in all Java files, without comments. */
  static Set<String> foundInCode(Pattern pattern) {
    return javaFiles().stream()
        .flatMap(file -> pattern.matcher(code(file)).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The module of a Java file: the package below {@code dz.manchengo.hub}. */
  static String module(Path javaFile) {
    Path below = HUB.relativize(javaFile);
    return below.getNameCount() == 1 ? "" : below.getName(0).toString();
  }

  /** The rows of a table of the resources, without its header row. */
  static List<List<String>> table(String resource) {
    return read(RESOURCES.resolve(resource))
        .lines()
        .skip(1)
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  /** The placeholders of a sentence that the pattern finds. */
  static Set<String> placeholders(Pattern pattern, String sentence) {
    return pattern
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
