package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dz.manchengo.hub.platform.HubHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedRecognitionTest {
  @Test
  void aKindOfDocumentThatNobodyPostsIsToldSoWithTheFoldersThatAre(@TempDir Path home)
      throws IOException, UnreadableFile {
    FeedRecognition recognition =
        new FeedRecognition(
            new FeedCatalogue(new HubHome(home)), List.of(new Invoices()), Optional::empty);
    SourceFile file = ReadingSamples.read("N° facture;Date;Client\nF-1;15/10/2026;Amel\n");

    UnreadableFile refused =
        catchThrowableOfType(
            UnreadableFile.class, () -> recognition.recognise(file, "of.csv", "production"));

    assertThat(RuleBook.message(refused.finding(), Locale.FRENCH))
        .contains("les documents du dossier « production » ne sont pas encore pris en charge");
    assertThat(RuleBook.expected(refused.finding(), Locale.FRENCH))
        .isEqualTo("un document d'un dossier déjà pris en charge : inbox/invoices");
  }

  @Test
  void aFileWithoutAnyFilledCellIsToldSo(@TempDir Path home) throws IOException, UnreadableFile {
    FeedRecognition recognition =
        new FeedRecognition(
            new FeedCatalogue(new HubHome(home)), List.of(new Invoices()), Optional::empty);
    for (SourceFile file :
        List.of(
            ReadingSamples.read(";;\n ;;"),
            ReadingSamples.read(ReadingSamples.workbook("<sheetData/>")))) {
      UnreadableFile refused =
          catchThrowableOfType(
              UnreadableFile.class, () -> recognition.recognise(file, "x", "invoices"));
      assertThat(RuleBook.message(refused.finding(), Locale.FRENCH))
          .isEqualTo("Fichier illisible : le fichier ne contient aucune cellule remplie");
    }
  }

  /** Knows of nothing but invoices, and posts none. */
  private static final class Invoices implements DocumentPosting {
    @Override
    public String document() {
      return "invoices";
    }

    @Override
    public List<String> scopes() {
      return List.of("INVOICE", "LINE");
    }

    @Override
    public List<List<String>> required() {
      return List.of();
    }

    @Override
    public Session open(Posting posting) {
      throw new UnsupportedOperationException();
    }
  }
}
