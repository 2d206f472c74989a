package dz.manchengo.hub.buckets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Puts files into a bucket by Camel's producer: in parts, of which one that fails is sent again,
 * and whole or not at all.
 *
 * @param client as the registry has it
 */
record BucketUpload(Supplier<CamelContext> camel, String client, S3Client s3, String bucket) {
  private static final long MIB = 1 << 20;
  private static final long PART = 16 * MIB;
  private static final long MOST_PARTS = 10_000;

  /** S3 takes so many parts and no more, so those of a huge file are larger. */
  static long partSize(long size) {
    long needed = (size + MOST_PARTS - 1) / MOST_PARTS;
    return Math.max(PART, (needed + MIB - 1) / MIB * MIB);
  }

  /**
   * Sends it.
   *
   * @throws SdkException where the bucket does not take it
   */
  void send(Path file, String key) throws IOException {
    CamelContext context = camel.get();
    context.getRegistry().bind(client, S3Client.class, s3);
    try (RepeatableFile body = new RepeatableFile(file);
        ProducerTemplate producer = context.createProducerTemplate()) {
      long size = body.size();
      Exchange sent =
          producer.send(
              uri(partSize(size)),
              exchange -> {
                Message message = exchange.getMessage();
                message.setBody(body);
                message.setHeader(AWS2S3Constants.KEY, key);
                message.setHeader(AWS2S3Constants.CONTENT_LENGTH, size);
              });
      Exception failed = sent.getException();
      if (failed instanceof SdkException told) {
        throw told;
      }
      if (failed != null) {
        throw new IOException(failed.getMessage(), failed);
      }
    }
  }

  /** With a file name the endpoint does not ask whether the bucket exists; the file will tell. */
  private String uri(long partSize) {
    return "aws2-s3://%s?amazonS3Client=#%s&multiPartUpload=true&partSize=%d&fileName=backup"
        .formatted(bucket, client, partSize);
  }
}
