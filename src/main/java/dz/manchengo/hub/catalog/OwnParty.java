package dz.manchengo.hub.catalog;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The company as its own record among the parties says it. */
@Component("ownCompany")
class OwnParty implements OwnCompany {
  private final JdbcClient db;

  OwnParty(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<String> nif() {
    return db.sql("SELECT nif FROM party WHERE is_own AND nif IS NOT NULL")
        .query(String.class)
        .optional();
  }
}
