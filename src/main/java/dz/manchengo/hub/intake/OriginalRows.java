package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Cell;
import dz.manchengo.hub.documents.UnreadableFile;
import java.io.IOException;
import java.util.List;

/** The refused rows of a file as it has them. */
interface OriginalRows {
  /** Takes refused rows one after the other, with everything that is said of each. */
  @FunctionalInterface
  interface RowReader {
    void row(int number, List<Cell> cells, List<Evidence.Reason> reasons);
  }

  /** Names of the sheets with refused rows, in the order of the file. */
  List<String> sheets();

  /** The texts of a sheet's header. */
  List<String> header(String sheet);

  /** Reads the refused rows of a sheet from the first one on. */
  void read(String sheet, RowReader reader) throws UnreadableFile, IOException;
}
