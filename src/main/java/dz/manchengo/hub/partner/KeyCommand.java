package dz.manchengo.hub.partner;

import dz.manchengo.hub.platform.CommandOptions;
import dz.manchengo.hub.platform.DatabaseCommand;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys of the partner API: {@code api-key create --client NAME --scopes S,…}, {@code api-key list},
 * {@code api-key revoke ID}. A new key stands alone on the last line. Exit 0 when done, 2 when not.
 */
public final class KeyCommand extends DatabaseCommand {
  @Override
  public String name() {
    return "api-key";
  }

  @Override
  protected Set<String> options() {
    return Set.of("client", "tenant", "scopes", "expires", "networks");
  }

  @Override
  protected int run(CommandOptions options, Hub hub) throws IOException {
    KeyBook book = book(hub);
    return switch (String.join(" ", options.words()).replaceFirst("^revoke \\S+$", "revoke ID")) {
      case "create" -> create(options, book, hub);
      case "list" -> list(book, hub);
      case "revoke ID" -> revoke(options.words().get(1), book, hub);
      default -> usage(hub);
    };
  }

  private static KeyBook book(Hub hub) throws IOException {
    DataSource source = hub.database().dataSource();
    String contract = hub.setting("hub.api.contract", "classpath:routes/partner-api.openapi.yaml");
    return new KeyBook(
        JdbcClient.create(source),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        Contract.read(hub.settings().getResource(contract)).scopes(),
        hub.setting("hub.api.environment", "live"));
  }

  private static int usage(Hub hub) {
    hub.say("api.command.usage");
    return FAILED;
  }

  private static int create(CommandOptions options, KeyBook book, Hub hub) {
    String client = options.value("client");
    if (client == null || options.value("scopes") == null) {
      return usage(hub);
    }
    try {
      ApiKey key =
          book.create(
              new KeyWish(
                  client,
                  options.value("tenant"),
                  Set.copyOf(options.list("scopes")),
                  expiry(options.value("expires"), hub),
                  options.list("networks")));
      hub.say("api.command.created", key.id(), client);
      hub.out().println(key.text());
      return OK;
    } catch (KeyRefused refused) {
      hub.say("api.key.refused." + refused.key(), refused.value());
    } catch (DateTimeParseException e) {
      hub.say("api.command.date", e.getParsedString());
    }
    return FAILED;
  }

  /** The last day on which it works, to its end. */
  private static @Nullable Instant expiry(@Nullable String day, Hub hub) {
    ZoneId zone = hub.zone();
    return day == null ? null : LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static int list(KeyBook book, Hub hub) {
    List<KeyBook.Line> all = book.all();
    for (KeyBook.Line key : all) {
      hub.out()
          .println(
              String.join(
                  "\t",
                  key.id(),
                  key.client(),
                  key.tenant(),
                  String.join(",", key.scopes()),
                  String.join(",", key.networks()),
                  hub.texts()
                      .get(
                          "api.command.times",
                          key.createdAt(),
                          or(key.expiresAt()),
                          or(key.revokedAt()),
                          or(key.lastUsedAt()))));
    }
    hub.say("api.command.count", all.size());
    return OK;
  }

  private static String or(@Nullable Object time) {
    return time == null ? "–" : time.toString();
  }

  private static int revoke(String id, KeyBook book, Hub hub) {
    boolean done = book.revoke(id);
    hub.say(done ? "api.command.revoked" : "api.command.unknown", id);
    return done ? OK : FAILED;
  }
}
