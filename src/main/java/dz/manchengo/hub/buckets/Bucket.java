package dz.manchengo.hub.buckets;

import dz.manchengo.hub.platform.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.DefaultValue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * A bucket of S3, or of a server that speaks as S3 does ({@code config/application.yaml}).
 *
 * @param prefix of the names in it, as a folder
 * @param endpoint the server's address; empty: AWS
 * @param accessKey empty: the surroundings say who the hub is, as AWS has it
 * @param checksums off for servers that know no checksums behind the bytes
 */
public record Bucket(
    @DefaultValue("") String bucket,
    @DefaultValue("") String prefix,
    @DefaultValue("") String region,
    @DefaultValue("") String endpoint,
    @DefaultValue("") String accessKey,
    @DefaultValue("") String secretKey,
    @DefaultValue("") String secretKeyFile,
    @DefaultValue("true") boolean checksums) {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofMinutes(2);

  /** Servers that are not AWS take any region, as long as both sign with the same. */
  private static final String ANY_REGION = "us-east-1";

  S3Client client() {
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(region.isBlank() ? ANY_REGION : region))
            .credentialsProvider(credentials())
            .httpClientBuilder(
                ApacheHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE));
    if (!endpoint.isBlank()) {
      client.endpointOverride(URI.create(endpoint)).forcePathStyle(true);
    }
    return checksums
        ? client.overrideConfiguration(c -> c.addExecutionInterceptor(new PartChecksums())).build()
        : client
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .build();
  }

  private AwsCredentialsProvider credentials() {
    return accessKey.isBlank() ? DefaultCredentialsProvider.builder().build() : this::current;
  }

  /** Asked at each request: a secret that is replaced needs no restart. */
  private AwsCredentials current() {
    try {
      String secret = Secret.current(secretKey, secretKeyFile);
      return AwsBasicCredentials.create(accessKey, Objects.requireNonNullElse(secret, ""));
    } catch (IOException | UncheckedIOException e) {
      throw SdkClientException.create(secretKeyFile + ": " + e, e);
    }
  }

  /** Behind the slash: all names begin with it. */
  String keyPrefix() {
    String inner = prefix.strip().replaceAll("^/+|/+$", "");
    return inner.isEmpty() ? "" : inner + "/";
  }

  /** As people know it, without secrets. */
  @Override
  public String toString() {
    return "s3://" + bucket + "/" + keyPrefix();
  }
}
