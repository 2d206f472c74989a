package dz.manchengo.hub.buckets;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** A file of a bucket; whoever closes it half-way does not read the rest, which may be hours. */
final class BucketFile extends FilterInputStream {
  private final ResponseInputStream<GetObjectResponse> answer;
  private boolean ended;

  BucketFile(ResponseInputStream<GetObjectResponse> answer) {
    super(answer);
    this.answer = answer;
  }

  @Override
  public int read() throws IOException {
    try {
      int one = super.read();
      ended |= one < 0;
      return one;
    } catch (SdkException e) {
      throw BucketStore.told(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = super.read(buffer, offset, length);
      ended |= read < 0;
      return read;
    } catch (SdkException e) {
      throw BucketStore.told(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      answer.abort();
    }
    super.close();
  }
}
