package dz.manchengo.hub.partner;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key that somebody wants to have.
 *
 * @param client name of the client, which is made where there is none of that name
 * @param tenant null: that of the client, or the house for a new one
 * @param expires null: never
 * @param networks as CIDR; empty: from everywhere
 */
record KeyWish(
    String client,
    @Nullable String tenant,
    Set<String> scopes,
    @Nullable Instant expires,
    List<String> networks) {}
