package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code /keys}, for administrators of the house. */
@Component("keyCalls")
class KeyCalls {
  private final KeyBook book;
  private final Keys keys;
  private final WishBody wishes;

  KeyCalls(
      JdbcClient db,
      TransactionTemplate transaction,
      Contract contract,
      ApiSettings settings,
      Keys keys,
      WishBody wishes) {
    this.book = new KeyBook(db, transaction, contract.scopes(), settings.environment());
    this.keys = keys;
    this.wishes = wishes;
  }

  private record Wish(
      @Nullable String client,
      @Nullable String tenant,
      @Nullable Set<String> scopes,
      @Nullable OffsetDateTime expiresAt,
      @Nullable List<String> networks) {}

  /** The only time that {@code key} is shown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Made(String id, String key) {}

  Reply list(Call call) {
    return Reply.json(Map.of("items", book.all()));
  }

  Reply create(Call call) throws IOException {
    Wish wish = wishes.read(call, Wish.class);
    Instant expires = wish.expiresAt() == null ? null : wish.expiresAt().toInstant();
    try {
      ApiKey key =
          book.create(
              new KeyWish(
                  wish.client() == null ? "" : wish.client(),
                  wish.tenant(),
                  wish.scopes() == null ? Set.of() : wish.scopes(),
                  expires,
                  wish.networks() == null ? List.of() : wish.networks()));
      return Reply.created(Crossing.BASE + "/keys/" + key.id(), new Made(key.id(), key.text()));
    } catch (KeyRefused refused) {
      throw invalid(refused, call);
    }
  }

  Reply revoke(Call call) {
    String id = call.at("id");
    if (!book.revoke(id)) {
      throw new ProblemException(ProblemKind.NOT_FOUND, id);
    }
    keys.forget(id);
    return Reply.nothing();
  }

  private static ProblemException invalid(KeyRefused refused, Call call) {
    String pointer =
        switch (refused.reason()) {
          case CLIENT, TWO_ACTIVE -> "/client";
          case TENANT, OTHER_TENANT -> "/tenant";
          case SCOPES, ADMIN -> "/scopes";
          case NETWORKS -> "/networks";
          case EXPIRED -> "/expiresAt";
        };
    String message =
        new Texts(call.language()).get("api.key.refused." + refused.key(), refused.value());
    return new ProblemException(ProblemKind.INVALID)
        .faults(List.of(new Problem.Fault(pointer, null, null, null, null, message)));
  }
}
