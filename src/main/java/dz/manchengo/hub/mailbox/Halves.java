package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.documents.Interpreter;
import dz.manchengo.hub.documents.PairName;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Attachments of one mail that hold, by their names, halves of documents ({@code x_entete.csv},
 * {@code x_lignes.csv}): they are kept until all of the mail is known. Their contents have to
 * agree, as in the drop folders (decision 0014).
 */
final class Halves implements Closeable {
  private final Interpreter interpreter;
  private final String folder;
  private final List<Half> kept = new ArrayList<>();

  /**
   * For one mail.
   *
   * @param folder drop folder that its attachments go to
   */
  Halves(Interpreter interpreter, String folder) {
    this.interpreter = interpreter;
    this.folder = folder;
  }

  /** One of them, and where its bytes lie. */
  record Half(MailPart part, PairName name, Path content) {
    String fileName() {
      return part.fileName();
    }
  }

  /** True if it was kept; all others are no concern of this. */
  boolean keep(MailPart part, InputStream bytes) throws IOException {
    PairName name = PairName.of(part.fileName()).orElse(null);
    if (name == null) {
      return false;
    }
    Path content = Files.createTempFile("hub-half", ".part");
    kept.add(new Half(part, name, content));
    Files.copy(bytes, content, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /** What is to be taken in as one: two, the headers first, or a lone one. */
  List<List<Half>> groups() throws IOException {
    List<List<Half>> groups = new ArrayList<>();
    List<Half> left = new ArrayList<>(kept);
    while (!left.isEmpty()) {
      Half one = left.remove(0);
      List<Half> group = new ArrayList<>(List.of(one));
      for (Half other : left) {
        if (group.size() == 1
            && one.name().completes(other.name())
            && isHalf(one)
            && isHalf(other)) {
          group.add(other);
        }
      }
      left.removeAll(group);
      group.sort(Comparator.comparing(half -> half.name().half()));
      groups.add(group);
    }
    return groups;
  }

  private boolean isHalf(Half half) throws IOException {
    return interpreter.isHalf(half.content(), half.fileName(), folder);
  }

  @Override
  public void close() throws IOException {
    for (Half half : kept) {
      Files.deleteIfExists(half.content());
    }
  }
}
