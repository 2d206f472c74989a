package dz.manchengo.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Refuses names below {@code hub.} that nobody reads, before anything is started: {@code hub.wacth}
 * would leave the hub without an alarm. The packaged settings name all there are. A value that
 * names a variable which nobody set ({@code ${PASSWORD}}) would be taken as it stands, and is
 * refused too, and so is a time or size without its unit. A variable of the environment that sets
 * nothing may be somebody else's, and is only told.
 */
final class SettingNames implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Logger log = LoggerFactory.getLogger(SettingNames.class);
  private static final String DEFAULTS = "config/application.yaml";
  private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("hub");
  private static final Pattern BARE = Pattern.compile("0*[1-9]\\d*");
  private static final Pattern MEASURED = Pattern.compile("\\d+(?:ms|s|m|h|d|KB|MB|GB)");
  private static final Pattern INDEX = Pattern.compile("(?:_\\d+)+_?$");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

  /** Below them people give names of their own; what stands there is checked where it is read. */
  private static final List<ConfigurationPropertyName> NAMED =
      Stream.of(
              "hub.backup.buckets",
              "hub.mail.mailboxes",
              "hub.reports.buckets",
              "hub.sftp",
              "hub.webhooks")
          .map(ConfigurationPropertyName::of)
          .toList();

  /** Left out of the settings that people see. */
  private static final Set<String> HIDDEN = Set.of("hub.routes", "hub.failpoint");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    Set<ConfigurationPropertyName> known =
        Stream.concat(names(defaults()), HIDDEN.stream().map(ConfigurationPropertyName::of))
            .collect(Collectors.toSet());
    List<EnumerablePropertySource<?>> written =
        environment.getPropertySources().stream()
            .filter(SettingNames::isWritten)
            .<EnumerablePropertySource<?>>map(EnumerablePropertySource.class::cast)
            .toList();
    Texts texts = new Texts(Locale.forLanguageTag(environment.getProperty("hub.language", "fr")));
    written.stream()
        .flatMap(SettingNames::names)
        .filter(name -> !known.contains(name) && !isNamed(name))
        .findFirst()
        .ifPresent(name -> refuse(texts, "setting.unknown", name.toString()));
    environment.getPropertySources().stream()
        .filter(SystemEnvironmentPropertySource.class::isInstance)
        .forEach(variables -> warn((SystemEnvironmentPropertySource) variables, known, texts));
    if (!environment.containsProperty(CommandSettings.COMMAND)) {
      written.forEach(source -> requireVariables(source, environment, texts));
      requireUnits(environment, texts);
    }
  }

  /** {@code HUB_WACTH_MAIL} sets nothing; it may be somebody else's, and stops no start. */
  private static void warn(
      SystemEnvironmentPropertySource variables,
      Set<ConfigurationPropertyName> known,
      Texts texts) {
    Set<String> names = known.stream().map(SettingNames::compact).collect(Collectors.toSet());
    for (String variable : variables.getPropertyNames()) {
      String compact = compact(INDEX.matcher(variable).replaceFirst(""));
      boolean ours = variable.toUpperCase(Locale.ROOT).startsWith("HUB_");
      boolean named = NAMED.stream().anyMatch(map -> compact.startsWith(compact(map)));
      if (ours && !named && !names.contains(compact)) {
        log.warn(texts.get("setting.unknown-variable", variable));
      }
    }
  }

  /** Letters and digits: names of variables have no other. */
  private static String compact(Object name) {
    return name.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static void requireVariables(
      EnumerablePropertySource<?> source, ConfigurableEnvironment environment, Texts texts) {
    for (String key : source.getPropertyNames()) {
      if (OURS.isAncestorOf(ConfigurationPropertyName.adapt(key, '.'))) {
        String value = environment.resolvePlaceholders(String.valueOf(source.getProperty(key)));
        Matcher unset = VARIABLE.matcher(value);
        if (unset.find()) {
          refuse(texts, "setting.unset", key, unset.group());
        }
      }
    }
  }

  /** « 30 » where the packaged setting says « 30s »: it would be milliseconds, or bytes. */
  private static void requireUnits(ConfigurableEnvironment environment, Texts texts) {
    EnumerablePropertySource<?> packaged = defaults();
    for (String key : packaged.getPropertyNames()) {
      String usual = String.valueOf(packaged.getProperty(key));
      String value = environment.getProperty(key, usual);
      if (MEASURED.matcher(usual).matches() && BARE.matcher(value).matches()) {
        refuse(texts, "setting.unit", key, value, usual);
      }
    }
  }

  private static void refuse(Texts texts, String why, String key, Object... facts) {
    Object[] all = Stream.concat(Stream.of(key), Arrays.stream(facts)).toArray();
    throw new SettingRefused(texts.get(why, all), texts.get("setting.write", key));
  }

  private static EnumerablePropertySource<?> defaults() {
    try {
      return (EnumerablePropertySource<?>)
          new YamlPropertySourceLoader().load("defaults", new ClassPathResource(DEFAULTS)).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWritten(PropertySource<?> source) {
    return source instanceof OriginTrackedMapPropertySource
        || source instanceof CommandLinePropertySource<?>;
  }

  /** Without the number of an element of a list. */
  private static Stream<ConfigurationPropertyName> names(EnumerablePropertySource<?> source) {
    return Arrays.stream(source.getPropertyNames())
        .map(name -> ConfigurationPropertyName.adapt(name, '.'))
        .filter(OURS::isAncestorOf)
        .map(name -> name.isLastElementIndexed() ? name.getParent() : name);
  }

  private static boolean isNamed(ConfigurationPropertyName name) {
    return NAMED.stream().anyMatch(map -> map.isAncestorOf(name) || map.equals(name));
  }
}
