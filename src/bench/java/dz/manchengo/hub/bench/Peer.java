package dz.manchengo.hub.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ItemWriter;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.file.FlatFileItemReader;
import org.springframework.batch.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.item.support.CompositeItemWriter;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The usual way: Spring Batch with chunks of 1,000 lines and rewritten batches, nothing checked and
 * nothing looked up. Its file has no faulty rows, because one would end it.
 */
final class Peer {
  private static final int CHUNK = 1_000;
  private static final String ORDER =
      "INSERT INTO sales_order (order_id, order_no, order_no_norm, content_hash, customer_id,"
          + " order_date, status, comp_total_ht, comp_total_ttc, totals_status, line_fingerprint,"
          + " submission_id, source_row) VALUES (:orderId, :orderNo, :orderNo, repeat('0', 64),"
          + " :customerId, :orderDate, 'CONFIRMED', 0, 0, 'UNDECLARED', :orderId, %s, :sourceRow)";
  private static final String LINE =
      "INSERT INTO sales_order_line (order_id, line_no, product_id, raw_product_code, description,"
          + " qty, uom_code, qty_base, unit_price_ht, vat_rate, line_ht, source_row) VALUES"
          + " (:orderId, :lineNo, :productId, :productCode, :description, :quantity, 'PCE',"
          + " :quantity, :price, :vatRate, :lineHt, :sourceRow)";

  private final Database database;
  private final OrderTablesCopy tables;
  private final Path file;

  Peer(Database database, Path file) throws SQLException {
    this.database = database;
    this.tables = OrderTablesCopy.make(database, "bench_peer");
    this.file = file;
  }

  Run run(HubJar hub) throws Exception {
    tables.clear();
    try (Connection connection = database.connect(tables.schema() + ",hub")) {
      PeerLine.Mapping mapping =
          new PeerLine.Mapping(
              ids(connection, "SELECT party_code, party_id FROM party"),
              ids(connection, "SELECT product_code, product_id FROM product"));
      String submission = database.list("hub", "SELECT min(id) FROM submission").get(0);
      return Run.of(hub, () -> load(connection, mapping, submission));
    }
  }

  private static Map<String, Long> ids(Connection connection, String query) throws SQLException {
    Map<String, Long> ids = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        ids.put(result.getString(1), result.getLong(2));
      }
    }
    return ids;
  }

  private void load(Connection connection, PeerLine.Mapping mapping, String submission)
      throws Exception {
    DataSource source = new SingleConnectionDataSource(connection, true);
    JobRepository repository = new ResourcelessJobRepository();
    CompositeItemWriter<PeerLine> writer =
        new CompositeItemWriter<>(
            List.of(
                firstLinesTo(writer(source, ORDER.formatted(submission))), writer(source, LINE)));
    Step step =
        new StepBuilder("lines", repository)
            .<PeerLine, PeerLine>chunk(CHUNK, new DataSourceTransactionManager(source))
            .reader(reader(mapping))
            .writer(writer)
            .build();
    JobExecution execution = repository.createJobExecution("orders", new JobParameters());
    new JobBuilder("orders", repository).start(step).build().execute(execution);
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw new IllegalStateException(execution.getAllFailureExceptions().toString());
    }
  }

  private FlatFileItemReader<PeerLine> reader(PeerLine.Mapping mapping) {
    return new FlatFileItemReaderBuilder<PeerLine>()
        .name("orders")
        .resource(new FileSystemResource(file))
        .encoding(OrderFile.CHARSET.name())
        .linesToSkip(1)
        .saveState(false)
        .delimited()
        .delimiter(";")
        .names(OrderLine.HEADER.split(";", -1))
        .fieldSetMapper(mapping::map)
        .build();
  }

  private static JdbcBatchItemWriter<PeerLine> writer(DataSource source, String sql) {
    JdbcBatchItemWriter<PeerLine> writer =
        new JdbcBatchItemWriterBuilder<PeerLine>()
            .dataSource(source)
            .sql(sql)
            .beanMapped()
            .assertUpdates(false)
            .build();
    writer.afterPropertiesSet();
    return writer;
  }

  /** An order is written with its first line. */
  private static ItemWriter<PeerLine> firstLinesTo(ItemWriter<PeerLine> orders) {
    return chunk ->
        orders.write(
            new Chunk<>(chunk.getItems().stream().filter(line -> line.lineNo() == 1).toList()));
  }
}
