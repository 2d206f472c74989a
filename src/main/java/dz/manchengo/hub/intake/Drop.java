package dz.manchengo.hub.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What is taken in as one: a file, or two that hold the halves of the same documents. Of two the
 * hub keeps a ZIP archive that is the same, byte for byte, whenever the same two files come.
 *
 * @param arrivals one, or the headers before the lines
 */
record Drop(List<Arrival> arrivals) {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  static Drop of(Arrival arrival) {
    return new Drop(List.of(arrival));
  }

  boolean isPair() {
    return arrivals.size() > 1;
  }

  Arrival first() {
    return arrivals.get(0);
  }

  /** As its sender finds it in the answer. */
  String name() {
    return arrivals.stream().map(Arrival::name).collect(Collectors.joining(" + "));
  }

  Delivery delivery(String node) {
    List<String> ids = arrivals.stream().map(arrival -> arrival.deliveryId(node)).toList();
    return new Delivery(
        String.join(" + ", ids),
        "DROP",
        first().folder(),
        name(),
        first().preview(),
        isPair() ? ids : List.of());
  }

  /** Nothing is packed tighter, for how tight depends on the machine. */
  void pack(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    for (Arrival arrival : arrivals) {
      ZipEntry entry = new ZipEntry(arrival.name());
      entry.setTimeLocal(NO_TIME);
      measure(arrival, entry);
      zip.putNextEntry(entry);
      try (InputStream in = open(arrival)) {
        in.transferTo(zip);
      }
    }
    zip.finish();
  }

  private static void measure(Arrival arrival, ZipEntry entry) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(open(arrival), sum)) {
      entry.setSize(in.transferTo(OutputStream.nullOutputStream()));
    }
    entry.setCrc(sum.getValue());
  }

  private static InputStream open(Arrival arrival) throws IOException {
    return Files.newInputStream(arrival.path(), LinkOption.NOFOLLOW_LINKS);
  }
}
