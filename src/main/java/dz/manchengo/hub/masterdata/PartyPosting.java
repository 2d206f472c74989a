package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.PartyCards;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Origins;
import java.util.List;
import org.springframework.stereotype.Component;

/** Customers and suppliers into {@code party}; each row is one of them. */
@Component
class PartyPosting implements DocumentPosting {
  private final PartyCards cards;
  private final Origins origins;

  PartyPosting(PartyCards cards, Origins origins) {
    this.cards = cards;
    this.origins = origins;
  }

  @Override
  public String document() {
    return "parties";
  }

  @Override
  public List<String> scopes() {
    return List.of("PARTY");
  }

  @Override
  public List<List<String>> required() {
    return List.of(List.of("party_code"), List.of("party_name"));
  }

  @Override
  public String numberField() {
    return "party_code";
  }

  @Override
  public boolean isEachRowADocument() {
    return true;
  }

  @Override
  public boolean isMasterData() {
    return true;
  }

  @Override
  public Session open(Posting posting) {
    return new MasterSession(posting, new PartyKind(cards), origins);
  }
}
