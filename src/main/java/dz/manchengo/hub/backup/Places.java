package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.HubHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import software.amazon.awssdk.services.s3.S3Client;

/** Where backups and their key are, as the settings say or else in the home. */
final class Places implements AutoCloseable {
  private final List<S3Client> clients = new ArrayList<>();
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
    S3Client client = bucket.client();
    clients.add(client);
    return new BucketPlace(
        bucket, client, new BucketUpload(camel, "backup-" + name, client, bucket.bucket()));
  }

  List<Place> all() {
    return all;
  }

  Path keyFile() {
    return keyFile;
  }

  @Override
  public void close() {
    clients.forEach(S3Client::close);
  }
}
