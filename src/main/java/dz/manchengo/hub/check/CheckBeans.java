package dz.manchengo.hub.check;

import dz.manchengo.hub.intake.DryRunConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The part of the hub that reads and judges: no routes, no console, no inbox. Not found by the
 * hub's own scan, because it is no component.
 */
@ComponentScan({
  "dz.manchengo.hub.platform",
  "dz.manchengo.hub.catalog",
  "dz.manchengo.hub.documents",
  "dz.manchengo.hub.sales",
  "dz.manchengo.hub.production",
  "dz.manchengo.hub.stock",
  "dz.manchengo.hub.masterdata",
  "dz.manchengo.hub.accounting",
  "dz.manchengo.hub.embedded"
})
@Import(DryRunConfiguration.class)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class
})
class CheckBeans {}
