package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Sql;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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

  /** The company itself: issuer of its sales, receiver of its purchases. */
  public long own() {
    return db.sql("SELECT party_id FROM party WHERE is_own").query(Long.class).single();
  }

  OwnRecord ownRecord() {
    return db.sql("SELECT name, nif FROM party WHERE is_own").query(OwnRecord.class).single();
  }

  /**
   * Whom each of the mentions means.
   *
   * @param supplier the role in which the documents name them
   */
  public Map<PartyMention, PartyAnswer> find(Collection<PartyMention> mentions, boolean supplier) {
    PartyIndex index = index(mentions, supplier);
    Map<PartyMention, PartyAnswer> answers = new LinkedHashMap<>();
    mentions.forEach(mention -> answers.put(mention, index.answer(mention)));
    return answers;
  }

  /**
   * Makes provisional master records for mentions that {@link #find} did not know, in the calling
   * transaction, and says whom each of them means now. Who was there already, made by another file
   * meanwhile or by an earlier mention, is found and not {@link PartyMatch.How#CREATED}.
   *
   * @param unknown in the order of their documents
   */
  public Map<PartyMention, PartyAnswer> create(
      Collection<PartyMention> unknown, boolean supplier, long submission) {
    PartyDrafts drafts = new PartyDrafts(index(unknown, supplier), supplier);
    Set<String> made = new HashSet<>();
    drafts // in order of the codes: two files never wait crosswise
        .of(unknown)
        .forEach(
            (code, mention) -> {
              if (adopt(drafts.formerCode(code), code, submission)
                  || insert(code, mention, supplier, submission).isPresent()) {
                made.add(code);
              }
            });
    Map<PartyMention, PartyAnswer> answers = find(unknown, supplier);
    answers.replaceAll((mention, answer) -> news(answer, mention, made, drafts));
    return answers;
  }

  /** What {@link #create} would answer; nothing is made. */
  Map<PartyMention, PartyAnswer> imagined(Collection<PartyMention> unknown, boolean supplier) {
    PartyIndex index = index(unknown, supplier);
    PartyDrafts drafts = new PartyDrafts(index, supplier);
    Set<String> codes = drafts.of(unknown).keySet();
    Map<PartyMention, PartyAnswer> answers = new LinkedHashMap<>();
    for (PartyMention mention : unknown) {
      answers.put(mention, news(index.answer(mention), mention, codes, drafts));
    }
    return answers;
  }

  /** The first mention of a record that is new, or has a new code, says so. */
  private static PartyAnswer news(
      PartyAnswer answer, PartyMention mention, Set<String> made, PartyDrafts drafts) {
    if (!(answer instanceof PartyAnswer.Known known)
        || !made.contains(known.match().code())
        || !drafts.isFirst(known.match().code(), mention)) {
      return answer;
    }
    boolean adopted = drafts.formerCode(known.match().code()) != null;
    PartyMatch.How how = adopted ? PartyMatch.How.ADOPTED : PartyMatch.How.CREATED;
    return new PartyAnswer.Known(
        known.match().found(how), known.holderOfNif(), drafts.namesake(mention));
  }

  /** The parties of one file, which names them in that role. */
  public KnownParties known(boolean supplier, long submission, boolean writes) {
    return new KnownParties(this, supplier, submission, writes);
  }

  /** Lets them be suppliers too, or customers. */
  public void takeRole(Collection<Long> parties, boolean supplier, long submission) {
    db.sql(Sql.file("catalog/take_role.sql"))
        .param("parties", parties.stream().distinct().sorted().toArray(Long[]::new))
        .param("supplier", supplier)
        .param("submission", submission)
        .update();
  }

  /**
   * Names the records that have none.
   *
   * @param names by the record's id
   */
  void giveNames(SortedMap<Long, String> names, long submission) {
    db.sql(Sql.file("catalog/give_names.sql"))
        .param("parties", names.keySet().toArray(Long[]::new))
        .param("names", names.values().toArray(String[]::new))
        .param("keys", names.values().stream().map(NameKey::of).toArray(String[]::new))
        .param("submission", submission)
        .update();
  }

  private PartyIndex index(Collection<PartyMention> mentions, boolean supplier) {
    Set<String> codes = texts(mentions, PartyMention::code);
    codes.addAll(
        texts(
            mentions,
            m -> m.name() == null ? null : PartyIndex.provisionalCode(m.name(), supplier)));
    codes.addAll(texts(mentions, PartyMention::name));
    return new PartyIndex(
        db.sql(Sql.file("catalog/find_parties.sql"))
            .param("codes", codes.toArray(String[]::new))
            .param("nifs", texts(mentions, PartyMention::nif).toArray(String[]::new))
            .param("names", texts(mentions, m -> key(m.name())).toArray(String[]::new))
            .query(PartyMaster.class)
            .list(),
        supplier);
  }

  /** Whether the record of that former code has the new one now. */
  private boolean adopt(@Nullable String made, String code, long submission) {
    return made != null
        && db.sql(Sql.file("catalog/adopt_party.sql"))
                .param("made", made)
                .param("code", code)
                .param("submission", submission)
                .update()
            > 0;
  }

  /** The code if it was made, empty if somebody has that code or NIF. */
  private Optional<String> insert(
      String code, PartyMention mention, boolean supplier, long submission) {
    String name = Objects.requireNonNullElse(mention.name(), code);
    return db.sql(Sql.file("catalog/create_party.sql"))
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
        .query(String.class)
        .optional();
  }

  private static @Nullable String key(@Nullable String name) {
    return name == null ? null : NameKey.of(name);
  }

  private static Set<String> texts(
      Collection<PartyMention> mentions, Function<PartyMention, @Nullable String> text) {
    Set<String> texts = new LinkedHashSet<>();
    for (PartyMention mention : mentions) {
      String one = text.apply(mention);
      if (one != null) {
        texts.add(one);
      }
    }
    return texts;
  }
}
