package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.HubApplication;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
  private static final Set<String> GRAB_BAGS =
      Set.of("common", "util", "utils", "service", "services", "dto", "impl", "model");
  private static final Pattern VAGUE_NAME =
      Pattern.compile(
          "\\b(?:class|record|interface|enum)\\s+"
              + "(\\w*(?:Processor|Handler|Manager|Helper|Utils?|Data|Info))\\b");
  private static final Pattern DESCRIBED_AND_NULL_MARKED =
      Pattern.compile("(?s)\\s*/\\*\\*[^@/]{30,}?\\*/.*@NullMarked\\s+package .*");

  @Test
  void modulesUseOnlyWhatTheyMay() {
    ApplicationModules.of(HubApplication.class).verify();
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    assertThat(packages())
        .isNotEmpty()
        .allSatisfy(
            folder ->
                assertThat(ProjectFiles.read(folder.resolve("package-info.java")))
                    .matches(DESCRIBED_AND_NULL_MARKED));
  }

  @Test
  void packagesAreFeaturesNotKindsOfClasses() {
    assertThat(packages()).noneMatch(folder -> GRAB_BAGS.contains(ProjectFiles.name(folder)));
  }

  @Test
  void packagesAreFlat() {
    assertThat(packages())
        .allMatch(folder -> ProjectFiles.HUB.relativize(folder).getNameCount() == 1);
  }

  @Test
  void namesSayWhatAClassIs() {
    assertThat(ProjectFiles.foundInCode(VAGUE_NAME)).isEmpty();
  }

  private static Set<Path> packages() {
    return ProjectFiles.javaFiles().stream()
        .map(file -> Objects.requireNonNull(file.getParent()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
