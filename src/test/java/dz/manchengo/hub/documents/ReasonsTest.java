package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private static final Pattern KEY = Pattern.compile("\"(reason\\.[a-z0-9.-]+[a-z0-9])\"");

  private static final Set<FileKind> READ =
      Set.of(
          FileKind.TEXT,
          FileKind.ZIP,
          FileKind.OLE2,
          FileKind.XLS,
          FileKind.FODS,
          FileKind.XML,
          FileKind.JSON);

  @Test
  void everyReasonInTheCodeHasItsPhrases() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Matcher key = KEY.matcher(Files.readString(source));
        while (key.find()) {
          keys.add(key.group(1));
        }
      }
    }
    for (FileKind kind : FileKind.values()) {
      if (!READ.contains(kind)) {
        keys.add(kind.reason());
      }
    }
    assertThat(keys).hasSizeGreaterThan(20).allMatch(Reasons::has);
  }

  @Test
  void phrasesStandInTheSentenceInBothLanguages() {
    Finding finding = Refusal.unreadable("reason.quote-open", "row", 7).finding();
    assertThat(RuleBook.message(finding, Locale.FRENCH))
        .isEqualTo("Fichier illisible : un guillemet ouvert à la ligne 7 n'est jamais refermé");
    assertThat(RuleBook.message(finding, Locale.ENGLISH))
        .isEqualTo("File cannot be read: a quote opened on row 7 is never closed");
  }

  @Test
  void aValueIsNeverTakenForAPlaceholderOrAPhrase() {
    Finding finding = Refusal.wrongType("{detected}.xls", "reason.what?").finding();
    assertThat(RuleBook.message(finding, Locale.FRENCH))
        .isEqualTo("Type de fichier refusé : {detected}.xls (reason.what?)");
  }
}
