package dz.manchengo.hub.documents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sheet « À corriger » no longer shows what decided its {@code 1,234}: the other rows and the CSV
 * delimiter are gone. So one of its own headers says it, as {@code Hub : valeur reçue (décimale « ,
 * »)}.
 */
public final class DecimalMarkNote {
  private static final Pattern NOTE = Pattern.compile("Hub :.*(?:« ([,.]) »|\"([,.])\")\\)");

  private DecimalMarkNote() {}

  static @Nullable Character in(Layout layout) {
    for (Cell cell : layout.headerRow().cells()) {
      Matcher note = NOTE.matcher(cell.text());
      if (note.matches()) {
        return (note.group(1) == null ? note.group(2) : note.group(1)).charAt(0);
      }
    }
    return null;
  }
}
