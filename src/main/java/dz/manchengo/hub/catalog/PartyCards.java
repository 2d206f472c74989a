package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Sql;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The master records of customers and suppliers, the company itself among them. */
@Component
public final class PartyCards extends Cards {
  private final JdbcClient db;

  PartyCards(JdbcClient db) {
    super(
        "party_name",
        "is_customer",
        "is_supplier",
        "customer_type",
        "party_nif",
        "party_nis",
        "party_rc",
        "party_ai",
        "party_address",
        "wilaya",
        "phone",
        "email",
        "payment_terms",
        "credit_limit",
        "active");
    this.db = db;
  }

  @Override
  public List<Card> find(
      Collection<String> codes, Collection<String> nifs, Collection<String> names) {
    return read(
        db.sql(Sql.file("catalog/find_party_cards.sql"))
            .param("codes", codes.toArray(String[]::new))
            .param("nifs", nifs.toArray(String[]::new))
            .param("names", norms(names)));
  }

  @Override
  public void write(long submission, Collection<Card> cards) {
    List<Card> unknown = unknown(cards);
    List<Card> known = known(cards);
    bind(db.sql(Sql.file("catalog/insert_parties.sql")), submission, unknown, "party_name")
        .update();
    db.sql(Sql.file("catalog/remember_parties.sql"))
        .param("ids", ids(known))
        .param("submission", submission)
        .update();
    bind(db.sql(Sql.file("catalog/update_parties.sql")), submission, known, "party_name")
        .param("ids", ids(known))
        .update();
  }

  @Override
  public boolean isMadeUp(String code) {
    return code.startsWith("CLI-X") || code.startsWith("FOUR-X");
  }
}
