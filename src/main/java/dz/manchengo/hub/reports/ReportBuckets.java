package dz.manchengo.hub.reports;

import dz.manchengo.hub.buckets.Bucket;
import dz.manchengo.hub.buckets.BucketCheck;
import dz.manchengo.hub.buckets.BucketStore;
import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.StartCheck;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The buckets that workbooks can go to, by their names in {@code hub.reports.buckets}. */
@Component
@EnableConfigurationProperties(ReportSettings.class)
class ReportBuckets {
  private final Map<String, BucketStore> all = new LinkedHashMap<>();

  ReportBuckets(
      ReportSettings settings,
      ObjectProvider<CamelContext> camel,
      StartCheck check,
      KnownSettings known) {
    BucketCheck.require("hub.reports.buckets", settings.buckets(), check, known);
    for (Map.Entry<String, Bucket> one : settings.buckets().entrySet()) {
      String id = "report-" + one.getKey();
      all.put(one.getKey(), new BucketStore(id, one.getValue(), camel::getObject));
    }
  }

  Set<String> names() {
    return all.keySet();
  }

  Optional<BucketStore> named(String name) {
    return Optional.ofNullable(all.get(name));
  }

  @PreDestroy
  void close() {
    all.values().forEach(BucketStore::close);
  }
}
