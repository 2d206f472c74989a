package dz.manchengo.hub.buckets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What lies in a bucket, below its prefix. What cannot be done there is an {@link IOException} with
 * the server's words.
 */
public class BucketStore implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BucketStore.class);
  private static final String FOLDER = "/";
  private static final String DENIED = "AccessDenied";

  private final Bucket bucket;
  private final S3Client client;
  private final BucketUpload upload;

  /**
   * Nothing is connected to yet.
   *
   * @param id of its own among all buckets of the hub
   * @param camel asked once something is put into it
   */
  public BucketStore(String id, Bucket bucket, Supplier<CamelContext> camel) {
    this.bucket = bucket;
    this.client = bucket.client();
    this.upload = new BucketUpload(camel, id, client, bucket.bucket());
  }

  @Override
  public void close() {
    client.close();
  }

  /** As people know it. */
  public String name() {
    return bucket.toString();
  }

  private String key(String name) {
    return bucket.keyPrefix() + name;
  }

  /** Puts a file there, whole or not at all. */
  public void put(Path file, String name) throws IOException {
    try {
      upload.send(file, key(name));
      HeadObjectResponse kept =
          client.headObject(head -> head.bucket(bucket.bucket()).key(key(name)));
      if (kept.contentLength() != Files.size(file)) {
        throw new IOException(
            "%s: %d / %d bytes".formatted(name, kept.contentLength(), Files.size(file)));
      }
      log.info(
          "{} is in {}: version {}, lock {} until {}",
          name,
          name(),
          kept.versionId(),
          kept.objectLockModeAsString(),
          kept.objectLockRetainUntilDate());
    } catch (SdkException e) {
      throw told(e);
    }
  }

  /** The same of a few bytes; they replace those of that name. */
  public void put(byte[] bytes, String name) throws IOException {
    try {
      client.putObject(
          put -> put.bucket(bucket.bucket()).key(key(name)), RequestBody.fromBytes(bytes));
    } catch (SdkException e) {
      throw told(e);
    }
  }

  /** Its bytes, whose checksum is compared at the end. */
  public InputStream get(String name) throws IOException {
    try {
      GetObjectRequest.Builder asked =
          GetObjectRequest.builder().bucket(bucket.bucket()).key(key(name));
      if (bucket.checksums()) { // without it the SDK compares none
        asked.checksumMode(ChecksumMode.ENABLED);
      }
      return new BucketFile(client.getObject(asked.build()));
    } catch (SdkException e) {
      throw told(e);
    }
  }

  /** All that lies there, but in folders below: name → bytes. */
  public Map<String, Long> files() throws IOException {
    ListObjectsV2Request all =
        ListObjectsV2Request.builder()
            .bucket(bucket.bucket())
            .prefix(bucket.keyPrefix())
            .delimiter(FOLDER)
            .build();
    try {
      return client.listObjectsV2Paginator(all).contents().stream()
          .collect(
              Collectors.toMap(
                  one -> one.key().substring(bucket.keyPrefix().length()), S3Object::size));
    } catch (SdkException e) {
      throw told(e);
    }
  }

  /**
   * A bucket with versions keeps what was there behind a marker; one that is locked, or whose owner
   * gave no right to delete, keeps it as it is.
   */
  public void remove(String name) throws IOException {
    try {
      client.deleteObject(delete -> delete.bucket(bucket.bucket()).key(key(name)));
    } catch (SdkException e) {
      if (!isRetained(e)) {
        throw told(e);
      }
      log.info("{} keeps {}: {}", name(), name, told(e).getMessage());
    }
  }

  private static boolean isRetained(SdkException e) {
    return e instanceof AwsServiceException answer
        && answer.awsErrorDetails() != null
        && DENIED.equals(answer.awsErrorDetails().errorCode());
  }

  /** What the server said, without the SDK's additions. */
  static IOException told(SdkException e) {
    if (e instanceof AwsServiceException answer) {
      AwsErrorDetails details = answer.awsErrorDetails();
      String said = details == null || details.errorMessage() == null ? "" : details.errorMessage();
      String code = details == null || details.errorCode() == null ? "" : details.errorCode();
      return new IOException("%s (%d %s)".formatted(said, answer.statusCode(), code).strip(), e);
    }
    return new IOException(e.getMessage(), e);
  }
}
