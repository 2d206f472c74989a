package dz.manchengo.hub.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketUploadTest {
  @Test
  void hugeFilesHaveLargerParts() {
    long tera = 1L << 40;
    assertThat(BucketUpload.partSize(1)).isEqualTo(16 << 20);
    assertThat(BucketUpload.partSize(tera) * 10_000).isGreaterThanOrEqualTo(tera);
    assertThat(BucketUpload.partSize(5 * tera)).isLessThan(5L << 30);
  }
}
