package dz.manchengo.hub.backup;

import dz.manchengo.hub.buckets.Bucket;
import dz.manchengo.hub.buckets.BucketStore;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** A bucket of backups. */
final class BucketPlace extends BucketStore implements Place {
  BucketPlace(String name, Bucket bucket, Supplier<CamelContext> camel) {
    super("backup-" + name, bucket, camel);
  }
}
