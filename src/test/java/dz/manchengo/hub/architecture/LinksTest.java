package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");

  /** What the house keeps at its top: only below these a quoted path is one of the project. */
  private static final Set<String> TOP =
      Set.of("routes", "config", "src", "ops", "batch-jobs", ".github", ".ci", ".mvn", "pom.xml");

  /** Stands for a name of the reader's choice, or is made by the build. */
  private static final Pattern OPEN = Pattern.compile(".*[<>*{}…].*");

  @Test
  void linksLeadSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      found(LINK, page)
          .filter(link -> !ELSEWHERE.matcher(link).matches())
          .map(link -> link.replaceFirst("#.*", ""))
          .filter(link -> !Files.exists(folder(page).resolve(link).normalize()))
          .forEach(link -> broken.add(page + " → " + link));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void pathsNamedExist() {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      found(QUOTED, page)
          .filter(path -> !OPEN.matcher(path).matches())
          .filter(path -> TOP.contains(path.replaceFirst("/.*", "")))
          .filter(path -> path.contains("/") || path.equals("pom.xml"))
          .filter(path -> !Files.exists(Path.of(path)))
          .forEach(path -> broken.add(page + " → " + path));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void thePagesOfTheHouseAreThere() {
    assertThat(pages())
        .contains(
            Path.of("README.md"),
            Path.of(".github/CONTRIBUTING.md"),
            Path.of("ops/decisions/README.md"));
  }

  @Test
  void everyDecisionIsListed() {
    Path decisions = Path.of("ops/decisions");
    String list = ProjectFiles.read(decisions.resolve("README.md"));
    assertThat(ProjectFiles.under(decisions, ".md"))
        .filteredOn(page -> !page.endsWith("README.md"))
        .isNotEmpty()
        .allMatch(page -> list.contains("(" + ProjectFiles.name(page) + ")"));
  }

  private static List<Path> pages() {
    return Stream.concat(
            Stream.of(
                Path.of("README.md"),
                Path.of(".github/CONTRIBUTING.md"),
                Path.of(".github/SECURITY.md"),
                Path.of("batch-jobs/README.md")),
            ProjectFiles.under(Path.of("ops"), ".md").stream())
        .toList();
  }

  private static Stream<String> found(Pattern pattern, Path page) {
    return pattern.matcher(ProjectFiles.read(page)).results().map((MatchResult m) -> m.group(1));
  }

  private static Path folder(Path page) {
    return Objects.requireNonNullElse(page.getParent(), Path.of(""));
  }
}
