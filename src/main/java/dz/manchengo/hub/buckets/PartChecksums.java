package dz.manchengo.hub.buckets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Says at the beginning and at the end of a file in parts which checksums its parts have. The SDK
 * sends one behind each part, Camel's producer knows of none, and S3 does not put parts together
 * whose checksums nobody announced ({@code aws-sdk-java-v2#6518}).
 */
final class PartChecksums implements ExecutionInterceptor {
  private final Map<String, Map<Integer, String>> uploads = new ConcurrentHashMap<>();

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    if (request instanceof CreateMultipartUploadRequest begin) {
      return begin.toBuilder().checksumAlgorithm(ChecksumAlgorithm.CRC32).build();
    }
    if (request instanceof UploadPartRequest part) {
      return part.toBuilder().checksumAlgorithm(ChecksumAlgorithm.CRC32).build();
    }
    if (request instanceof CompleteMultipartUploadRequest end) {
      return complete(end);
    }
    if (request instanceof AbortMultipartUploadRequest given) {
      uploads.remove(given.uploadId());
    }
    return request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof UploadPartRequest part
        && context.response() instanceof UploadPartResponse done
        && done.checksumCRC32() != null) {
      uploads
          .computeIfAbsent(part.uploadId(), id -> new ConcurrentHashMap<>())
          .put(part.partNumber(), done.checksumCRC32());
    }
  }

  private SdkRequest complete(CompleteMultipartUploadRequest end) {
    Map<Integer, String> known = uploads.remove(end.uploadId());
    if (known == null) { // a server that keeps none
      return end;
    }
    List<CompletedPart> parts =
        end.multipartUpload().parts().stream()
            .map(part -> part.toBuilder().checksumCRC32(known.get(part.partNumber())).build())
            .toList();
    return end.toBuilder().multipartUpload(all -> all.parts(parts)).build();
  }
}
