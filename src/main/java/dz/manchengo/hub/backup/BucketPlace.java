package dz.manchengo.hub.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
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

/** A bucket of backups. */
record BucketPlace(Bucket bucket, S3Client client, BucketUpload upload) implements Place {
  private static final Logger log = LoggerFactory.getLogger(BucketPlace.class);
  private static final String FOLDER = "/";
  private static final String DENIED = "AccessDenied";

  @Override
  public String name() {
    return bucket.toString();
  }

  private String key(String name) {
    return bucket.keyPrefix() + name;
  }

  @Override
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

  @Override
  public void put(byte[] bytes, String name) throws IOException {
    try {
      client.putObject(
          put -> put.bucket(bucket.bucket()).key(key(name)), RequestBody.fromBytes(bytes));
    } catch (SdkException e) {
      throw told(e);
    }
  }

  @Override
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

  @Override
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
  @Override
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
