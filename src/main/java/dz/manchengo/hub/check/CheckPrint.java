package dz.manchengo.hub.check;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.intake.DryRun;
import dz.manchengo.hub.platform.Command;
import dz.manchengo.hub.platform.HubDatabase;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a check finds, file by file; findings are not kept. */
abstract class CheckPrint {
  private final @Nullable HubDatabase database;

  CheckPrint(@Nullable HubDatabase database) {
    this.database = database;
  }

  static CheckPrint of(
      boolean json, PrintStream out, Locale language, ZoneId zone, @Nullable HubDatabase database) {
    return json
        ? new JsonPrint(out, language, database)
        : new TextPrint(out, language, zone, database);
  }

  /** What files are judged against; null for an empty catalogue. */
  final @Nullable HubDatabase database() {
    return database;
  }

  /** A file's turn. */
  abstract void begin(String file);

  abstract void finding(Finding finding);

  abstract void end(DryRun.Report report);

  /** Nothing can be said of the file, or of any; {@link Command#FAILED}. */
  abstract int complaint(String sentence);
}
