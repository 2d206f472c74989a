package dz.manchengo.hub.catalog;

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
  public boolean hasNif(String nif) {
    return db.sql("SELECT EXISTS (SELECT 1 FROM party WHERE is_own AND nif = :nif)")
        .param("nif", nif)
        .query(Boolean.class)
        .single();
  }
}
