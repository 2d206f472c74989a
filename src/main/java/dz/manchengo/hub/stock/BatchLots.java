package dz.manchengo.hub.stock;

import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lots that production makes and uses. Everything happens in the calling transaction. */
@Component
public class BatchLots {
  private final JdbcClient db;

  BatchLots(JdbcClient db) {
    this.db = db;
  }

  /** A lot as the tables have it. */
  public record Known(
      long lotId,
      long productId,
      String productCode,
      String lotCode,
      String lotCodeNorm,
      @Nullable Long supplierId,
      @Nullable LocalDate dlc,
      String status) {}

  /**
   * A lot as a batch tells of it.
   *
   * @param norm the code in the form in which codes are the same
   * @param batch that made it; null for one that was only used
   * @param blockedReason null for a lot that is available
   */
  public record Told(
      long productId,
      String code,
      String norm,
      @Nullable Long batch,
      @Nullable LocalDate madeOn,
      @Nullable LocalDate dlc,
      @Nullable LocalDate ddm,
      @Nullable String blockedReason) {}

  /** Every lot with one of the codes, of whatever product and supplier. */
  public List<Known> find(Collection<String> norms) {
    if (norms.isEmpty()) {
      return List.of();
    }
    return db.sql(Sql.file("stock/find_lots_of_batches.sql"))
        .param("codes", norms.stream().distinct().toArray(String[]::new))
        .query(Known.class)
        .list();
  }

  /** Makes those that are not there yet; what another file made meanwhile stays as it is. */
  public void create(List<Told> lots, long submission) {
    if (!lots.isEmpty()) {
      with(Sql.file("stock/create_lots_of_batches.sql"), lots)
          .param("submission", submission)
          .update();
    }
  }

  /** Takes over what a batch says of the lots it made; nothing that it does not say is lost. */
  public void revise(List<Told> lots, long submission) {
    if (!lots.isEmpty()) {
      db.sql(Sql.file("stock/remember_lots.sql"))
          .param("products", lots.stream().map(Told::productId).toArray(Long[]::new))
          .param("norms", texts(lots, Told::norm))
          .param("submission", submission)
          .update();
      with(Sql.file("stock/revise_lots_of_batches.sql"), lots).update();
    }
  }

  private JdbcClient.StatementSpec with(String statement, List<Told> lots) {
    return db.sql(statement)
        .param("products", lots.stream().map(Told::productId).toArray(Long[]::new))
        .param("codes", texts(lots, Told::code))
        .param("norms", texts(lots, Told::norm))
        .param("batches", lots.stream().map(Told::batch).toArray(Long[]::new))
        .param("made", texts(lots, Told::madeOn))
        .param("dlcs", texts(lots, Told::dlc))
        .param("ddms", texts(lots, Told::ddm))
        .param("reasons", texts(lots, Told::blockedReason));
  }

  private static @Nullable String[] texts(List<Told> lots, Function<Told, @Nullable Object> part) {
    return lots.stream()
        .map(part)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }
}
