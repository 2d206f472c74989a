package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who the documents speak of. A whole file's mentions are looked up at once. */
@Component
public class Parties {
  private final JdbcClient db;

  Parties(JdbcClient db) {
    this.db = db;
  }

  /** A row of party, as far as matching needs it. */
  record Master(
      long partyId,
      String partyCode,
      String nameNorm,
      @Nullable String nif,
      @Nullable String rcNorm,
      @Nullable String ai,
      int paymentTermsDays,
      boolean active,
      boolean provisional) {
    PartyMatch as(PartyMatch.How how) {
      return new PartyMatch(
          partyId, partyCode, how, nif, rcNorm, ai, paymentTermsDays, active, provisional);
    }
  }

  /** The company itself: issuer of its sales, receiver of its purchases. */
  public long own() {
    return db.sql("SELECT party_id FROM party WHERE is_own").query(Long.class).single();
  }

  /**
   * The mentions that are known, each by its code, else by its NIF, else by its normalised name if
   * that is unique. Whom nobody knows is not in the map.
   */
  public Map<PartyMention, PartyMatch> find(Collection<PartyMention> mentions) {
    List<Master> masters =
        db.sql(Sql.file("catalog/find_parties.sql"))
            .param("codes", texts(mentions, PartyMention::code))
            .param("nifs", texts(mentions, PartyMention::nif))
            .param("names", texts(mentions, m -> key(m.name())))
            .query(Master.class)
            .list();
    Map<String, Master> byCode = new HashMap<>();
    Map<String, List<Master>> byNif = new HashMap<>();
    Map<String, List<Master>> byName = new HashMap<>();
    for (Master master : masters) {
      byCode.put(master.partyCode(), master);
      if (master.nif() != null) {
        byNif.computeIfAbsent(master.nif(), k -> new ArrayList<>()).add(master);
      }
      byName.computeIfAbsent(master.nameNorm(), k -> new ArrayList<>()).add(master);
    }
    Map<PartyMention, PartyMatch> found = new LinkedHashMap<>();
    for (PartyMention mention : mentions) {
      match(mention, byCode, byNif, byName).ifPresent(match -> found.put(mention, match));
    }
    return found;
  }

  /**
   * Makes provisional master records for mentions that {@link #find} did not know, in the calling
   * transaction. Two mentions of one code give one record, and so do two files at the same time.
   */
  public Map<PartyMention, PartyMatch> create(
      Collection<PartyMention> unknown, boolean supplier, long submission) {
    Map<String, PartyMention> byCode = new TreeMap<>(); // in order: two files never wait crosswise
    unknown.forEach(mention -> byCode.putIfAbsent(codeFor(mention, supplier), mention));
    byCode.forEach((code, mention) -> insert(code, mention, supplier, submission));
    Map<String, Master> masters = new HashMap<>();
    db.sql(Sql.file("catalog/find_parties.sql"))
        .param("codes", byCode.keySet().toArray(String[]::new))
        .param("nifs", new String[0])
        .param("names", new String[0])
        .query(Master.class)
        .list()
        .forEach(master -> masters.put(master.partyCode(), master));
    Map<PartyMention, PartyMatch> created = new LinkedHashMap<>();
    for (PartyMention mention : unknown) {
      Master master = Objects.requireNonNull(masters.get(codeFor(mention, supplier)));
      created.put(mention, master.as(PartyMatch.How.CREATED));
    }
    return created;
  }

  private void insert(String code, PartyMention mention, boolean supplier, long submission) {
    String name = Objects.requireNonNullElse(mention.name(), code);
    db.sql(Sql.file("catalog/create_party.sql"))
        .param("code", code)
        .param("customer", !supplier)
        .param("supplier", supplier)
        .param("name", name)
        .param("nameNorm", NameKey.of(name))
        .param("nif", mention.nif())
        .param("nis", mention.nis())
        .param("rc", mention.rc())
        .param("ai", mention.ai())
        .param("address", mention.address())
        .param("submission", submission)
        .update();
  }

  private static String codeFor(PartyMention mention, boolean supplier) {
    return mention.code() != null
        ? mention.code()
        : NameKey.provisionalCode(
            supplier ? "FOUR-X" : "CLI-X", Objects.requireNonNull(mention.name()));
  }

  private static Optional<PartyMatch> match(
      PartyMention mention,
      Map<String, Master> byCode,
      Map<String, List<Master>> byNif,
      Map<String, List<Master>> byName) {
    if (mention.code() != null) {
      // A code that nobody has is a new party, whatever its name looks like.
      return Optional.ofNullable(byCode.get(mention.code()))
          .map(m -> m.as(PartyMatch.How.CODE))
          .or(() -> unique(byNif, mention.nif(), PartyMatch.How.NIF));
    }
    return unique(byNif, mention.nif(), PartyMatch.How.NIF)
        .or(
            () ->
                Optional.ofNullable(mention.name())
                    .map(byCode::get)
                    .map(m -> m.as(PartyMatch.How.CODE)))
        .or(() -> unique(byName, key(mention.name()), PartyMatch.How.NAME));
  }

  private static Optional<PartyMatch> unique(
      Map<String, List<Master>> masters, @Nullable String key, PartyMatch.How how) {
    return Optional.ofNullable(key)
        .map(masters::get)
        .filter(found -> found.size() == 1)
        .map(found -> found.get(0).as(how));
  }

  private static @Nullable String key(@Nullable String name) {
    return name == null ? null : NameKey.of(name);
  }

  private static String[] texts(
      Collection<PartyMention> mentions, Function<PartyMention, @Nullable String> text) {
    return mentions.stream().map(text).filter(Objects::nonNull).distinct().toArray(String[]::new);
  }
}
