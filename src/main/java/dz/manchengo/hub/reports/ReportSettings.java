package dz.manchengo.hub.reports;

import dz.manchengo.hub.buckets.Bucket;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where workbooks may go beside the hub's own folder ({@code config/application.yaml}).
 *
 * @param buckets by the name that a {@code job.yaml} gives
 */
@ConfigurationProperties("hub.reports")
record ReportSettings(@DefaultValue Map<String, Bucket> buckets) {}
