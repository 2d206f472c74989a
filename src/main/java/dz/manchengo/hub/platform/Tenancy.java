package dz.manchengo.hub.platform;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose rows a transaction sees. A partner's runs as a role to which the database shows the
 * partner's rows alone (decision 0031); the house's runs as the hub itself. The end of the
 * transaction ends it, however it ends.
 */
@Component
public class Tenancy {
  /** The tenant of the company itself, which sees all. */
  public static final String HOUSE = "hub";

  private static final String PARTNER_ROLE = "hub_partner";
  private static final String NO_ROLE = "none";

  private final JdbcClient db;
  private final DataSource source;
  private final TransactionTemplate readOnly;

  Tenancy(JdbcClient db, DataSource source, PlatformTransactionManager transactions) {
    this.db = db;
    this.source = source;
    this.readOnly = new TransactionTemplate(transactions);
    this.readOnly.setReadOnly(true);
  }

  /** The calling transaction sees and changes rows of that tenant alone; all, if the house. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void enter(String tenant) {
    if (!tenant.equals(HOUSE)) {
      writeFor(tenant);
      become(PARTNER_ROLE);
    }
  }

  /** The calling transaction is the house's again, for what is nobody else's. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void leave() {
    if (isPartner()) {
      become(NO_ROLE);
    }
  }

  /** The calling transaction goes on seeing what it sees; what it writes is of that tenant. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void writeFor(String tenant) {
    set("hub.tenant", tenant);
  }

  /** Does something as the house in the midst of a partner's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void asHouse(Runnable work) {
    boolean partner = isPartner();
    leave();
    work.run();
    if (partner) {
      become(PARTNER_ROLE);
    }
  }

  /** Reads in a transaction of its own that sees rows of that tenant alone. */
  public <T> T read(String tenant, Supplier<T> reading) {
    return readOnly.execute(
        status -> {
          enter(tenant);
          return reading.get();
        });
  }

  /** Whether the calling transaction sees what is the house's alone, such as its counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isOfHouse() {
    return !isPartner();
  }

  private boolean isPartner() {
    return CopyQueue.of(source).isPartner();
  }

  private void become(String role) {
    set("role", role);
    CopyQueue.of(source).partner(role.equals(PARTNER_ROLE));
  }

  private void set(String name, String value) {
    db.sql("SELECT set_config(:name, :value, true)")
        .param("name", name)
        .param("value", value)
        .query(String.class)
        .single();
  }
}
