package dz.manchengo.hub.partner;

import java.util.Map;
import org.springframework.http.MediaType;

/** What files of a type are called; what they are is judged by their bytes. */
final class FileType {
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "text/csv", ".csv",
          "text/plain", ".txt",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx",
          "application/vnd.ms-excel", ".xls",
          "application/vnd.oasis.opendocument.spreadsheet", ".ods",
          "application/zip", ".zip",
          "application/xml", ".xml",
          "text/xml", ".xml",
          "application/json", ".json",
          "application/x-ndjson", ".ndjson");

  private FileType() {}

  /** With its dot; empty for a type that says nothing. */
  static String extension(MediaType type) {
    return EXTENSIONS.getOrDefault(type.getType() + "/" + type.getSubtype(), "");
  }
}
