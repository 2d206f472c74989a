package dz.manchengo.hub.reports;

import java.time.LocalDate;
import java.util.List;

/**
 * A job's workbook lies in its folder: published for those who carry it further, in a transaction
 * that they may join. It may come again for a run that is restarted.
 *
 * @param run 1, or more where that date was run again
 * @param name with its ending
 * @param path below the hub's home
 * @param servers that it is brought to, by their names in {@code hub.sftp}
 * @param buckets the same of {@code hub.reports.buckets}
 */
public record WorkbookWritten(
    String job,
    LocalDate businessDate,
    long run,
    String name,
    String path,
    List<String> servers,
    List<String> buckets) {}
