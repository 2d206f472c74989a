package dz.manchengo.hub.partner;

import dz.manchengo.hub.platform.Command;
import dz.manchengo.hub.platform.CommandSettings;
import dz.manchengo.hub.platform.HubDatabase;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys of the partner API: {@code api-key create --client NAME --scopes S,…}, {@code api-key list},
 * {@code api-key revoke ID}. A new key stands alone on the last line. Exit 0 when done, 2 when not.
 */
public final class KeyCommand implements Command {
  @Override
  public String name() {
    return "api-key";
  }

  @Override
  public int run(List<String> arguments, Map<String, Object> defaults, PrintStream out) {
    KeyOptions options = KeyOptions.of(arguments);
    try (ConfigurableApplicationContext context =
        CommandSettings.read(options.settings(), defaults)) {
      Environment environment = context.getEnvironment();
      Texts texts = new Texts(Locale.forLanguageTag(environment.getProperty("hub.language", "fr")));
      Path home = Path.of(environment.getProperty("hub.home", "./var"));
      Optional<HubDatabase> database = HubDatabase.reachable(environment, home);
      if (database.isEmpty()) {
        out.println(texts.get("api.command.no.database", home.toAbsolutePath().normalize()));
        return FAILED;
      }
      ZoneId zone = ZoneId.of(environment.getProperty("hub.zone", "Africa/Algiers"));
      return run(options, zone, book(database.get(), context), texts, out);
    } catch (IOException | RuntimeException e) {
      out.println(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      return FAILED;
    }
  }

  private static KeyBook book(HubDatabase database, ConfigurableApplicationContext context)
      throws IOException {
    DataSource source = database.dataSource();
    Environment environment = context.getEnvironment();
    String contract =
        environment.getProperty("hub.api.contract", "classpath:routes/partner-api.openapi.yaml");
    return new KeyBook(
        JdbcClient.create(source),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        Contract.read(context.getResource(contract)).scopes(),
        environment.getProperty("hub.api.environment", "live"));
  }

  private static int run(
      KeyOptions options, ZoneId zone, KeyBook book, Texts texts, PrintStream out) {
    return switch (String.join(" ", options.words()).replaceFirst("^revoke \\S+$", "revoke ID")) {
      case "create" -> create(options, zone, book, texts, out);
      case "list" -> list(book, texts, out);
      case "revoke ID" -> revoke(options.words().get(1), book, texts, out);
      default -> usage(texts, out);
    };
  }

  private static int usage(Texts texts, PrintStream out) {
    out.println(texts.get("api.command.usage"));
    return FAILED;
  }

  private static int create(
      KeyOptions options, ZoneId zone, KeyBook book, Texts texts, PrintStream out) {
    String client = options.value("client");
    if (client == null || options.value("scopes") == null) {
      return usage(texts, out);
    }
    try {
      ApiKey key =
          book.create(
              new KeyWish(
                  client,
                  options.value("tenant"),
                  Set.copyOf(options.list("scopes")),
                  expiry(options.value("expires"), zone),
                  options.list("networks")));
      out.println(texts.get("api.command.created", key.id(), client));
      out.println(key.text());
      return OK;
    } catch (KeyRefused refused) {
      out.println(texts.get("api.key.refused." + refused.key(), refused.value()));
    } catch (DateTimeParseException e) {
      out.println(texts.get("api.command.date", e.getParsedString()));
    }
    return FAILED;
  }

  /** The last day on which it works, to its end. */
  private static @Nullable Instant expiry(@Nullable String day, ZoneId zone) {
    return day == null ? null : LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static int list(KeyBook book, Texts texts, PrintStream out) {
    List<KeyBook.Line> all = book.all();
    for (KeyBook.Line key : all) {
      out.println(
          String.join(
              "\t",
              key.id(),
              key.client(),
              key.tenant(),
              String.join(",", key.scopes()),
              String.join(",", key.networks()),
              texts.get(
                  "api.command.times",
                  key.createdAt(),
                  or(key.expiresAt()),
                  or(key.revokedAt()),
                  or(key.lastUsedAt()))));
    }
    out.println(texts.get("api.command.count", all.size()));
    return OK;
  }

  private static String or(@Nullable Object time) {
    return time == null ? "–" : time.toString();
  }

  private static int revoke(String id, KeyBook book, Texts texts, PrintStream out) {
    boolean done = book.revoke(id);
    out.println(texts.get(done ? "api.command.revoked" : "api.command.unknown", id));
    return done ? OK : FAILED;
  }
}
