package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.FileReader;
import dz.manchengo.hub.platform.HubHome;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  /** Business dates are dates of the company's zone. */
  @Bean
  Clock clock(@Value("${hub.zone}") ZoneId zone) {
    return Clock.system(zone);
  }

  @Bean
  FileReader fileReader(
      @Value("${hub.limits.bytes}") DataSize bytes,
      @Value("${hub.limits.rows}") int rows,
      @Value("${hub.limits.columns}") int columns,
      HubHome home) {
    return new FileReader(
        FileReader.Limits.defaults().with(bytes.toBytes(), rows, columns),
        home.folder("temporary"));
  }
}
