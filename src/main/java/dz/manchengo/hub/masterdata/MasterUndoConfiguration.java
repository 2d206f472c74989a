package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.RecordUndo;
import dz.manchengo.hub.documents.DocumentUndo;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One way back for each table of the catalog, which itself knows nothing of submissions' ends. */
@Configuration(proxyBeanMethods = false)
class MasterUndoConfiguration {
  @Bean
  DocumentUndo partyUndo() {
    return new MasterUndo(RecordUndo.ofParties(), Set.of("parties"));
  }

  @Bean
  DocumentUndo productUndo() {
    return new MasterUndo(RecordUndo.ofProducts(), Set.of("products"));
  }

  @Bean
  DocumentUndo warehouseUndo() {
    return new MasterUndo(RecordUndo.ofWarehouses(), Set.of());
  }
}
