package dz.manchengo.hub.backup;

import dz.manchengo.hub.buckets.Bucket;
import dz.manchengo.hub.platform.HubHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Where backups and their key are, as the settings say or else in the home. */
final class Places implements AutoCloseable {
  private final List<BucketPlace> buckets = new ArrayList<>();
  private final List<Place> all;
  private final Path keyFile;

  /**
   * Nothing is connected to yet.
   *
   * @param camel asked once something is put into a bucket
   */
  Places(BackupSettings settings, HubHome home, Supplier<CamelContext> camel) {
    List<Place> named =
        Stream.concat(
                settings.folders().stream()
                    .filter(name -> !name.isBlank())
                    .map(name -> new FolderPlace(Path.of(name).toAbsolutePath())),
                settings.buckets().entrySet().stream()
                    .map(one -> place(one.getKey(), one.getValue(), camel)))
            .toList();
    this.all = named.isEmpty() ? List.of(new FolderPlace(home.path().resolve("backups"))) : named;
    this.keyFile =
        settings.keyFile().isBlank()
            ? home.path().resolve("backup-key.txt")
            : Path.of(settings.keyFile());
  }

  private Place place(String name, Bucket bucket, Supplier<CamelContext> camel) {
    BucketPlace place = new BucketPlace(name, bucket, camel);
    buckets.add(place);
    return place;
  }

  List<Place> all() {
    return all;
  }

  Path keyFile() {
    return keyFile;
  }

  @Override
  public void close() {
    buckets.forEach(BucketPlace::close);
  }
}
