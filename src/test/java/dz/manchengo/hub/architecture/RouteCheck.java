package dz.manchengo.hub.architecture;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with route files, in one sentence each (house §5). */
final class RouteCheck {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final int MOST_STEPS = 40;

  private static final Set<String> BEAN_KEYS = Set.of("ref", "method", "id", "description", "note");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");
  private static final Pattern ONE_PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");

  /** Options whose value is the site's business wherever they stand. */
  private static final Pattern SITE_OPTION =
      Pattern.compile(
          "(?i)(?:.*(?:delay|period|interval|timeout|hostname|password|username|directoryName))"
              + "|host|.*Host|port|.*Port|cron|.*Cron|schedule|user|concurrentConsumers");

  private static final Pattern SITE_VALUE =
      Pattern.compile(
          "(?i)localhost|\\d{1,3}(?:\\.\\d{1,3}){3}|:\\d{2,5}\\b|//[a-z0-9]|[a-z]:\\\\"
              + "|(?:^|[:=\"'\\s])/[a-z]|(?:delay|period|interval|timeout)=\\d");

  private final Map<String, Class<?>> beans;
  private final Set<String> properties;
  private Set<String> parameters = Set.of();
  private final Set<String> configurations = new HashSet<>();
  private final Set<String> wantedConfigurations = new TreeSet<>();
  private final Set<String> consumers = new TreeSet<>();
  private final Set<String> producers = new TreeSet<>();
  private final List<String> complaints = new ArrayList<>();

  private RouteCheck(Map<String, Class<?>> beans, Set<String> properties) {
    this.beans = beans;
    this.properties = properties;
  }

  /**
   * Everything that is wrong with these files taken together.
   *
   * @param files name → YAML
   * @param beans Spring's bean names
   * @param properties keys that {@code config/application.yaml} gives a value
   */
  static List<String> complaints(
      Map<String, String> files, Map<String, Class<?>> beans, Set<String> properties) {
    RouteCheck check = new RouteCheck(beans, properties);
    files.forEach(check::file);
    check.edges();
    return check.complaints;
  }

  private void file(String name, String yaml) {
    JsonNode root = parse(name, yaml);
    List<JsonNode> routes = root.findValues("route").stream().filter(JsonNode::isObject).toList();
    List<JsonNode> templates = root.findValues("routeTemplate");
    if (!name.endsWith(".camel.yaml")) {
      complain(name, "is not named *.camel.yaml");
    }
    String base = name.replace(".camel.yaml", "");
    JsonNode first =
        templates.isEmpty() ? routes.stream().findFirst().orElse(null) : templates.get(0);
    if (first != null && !first.path("id").asText().equals(base)) {
      complain(name, "the first route's id is not " + base);
    }
    templates.forEach(template -> template(name, template));
    routes.stream()
        .filter(route -> templates.stream().noneMatch(t -> t.path("route").equals(route)))
        .forEach(route -> route(name, route, route));
    for (JsonNode configuration : root.findValues("routeConfiguration")) {
      configurations.add(configuration.path("id").asText());
    }
    walk(name, "", root);
  }

  private static JsonNode parse(String name, String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** A route that is made several times: its own names are those of the template. */
  private void template(String file, JsonNode template) {
    JsonNode route = template.path("route");
    String id = template.path("id").asText();
    if (!route.isObject() || route.has("id")) {
      complain(file, "template " + id + " needs a route, and that no id of its own");
    }
    template.path("parameters").findValues("name").stream()
        .map(parameter -> "{{" + parameter.asText() + "}}")
        .filter(parameter -> !route.toString().contains(parameter))
        .forEach(unused -> complain(file, "template " + id + " does not use " + unused));
    route(file, template, route);
  }

  private void route(String file, JsonNode named, JsonNode route) {
    String id = named.path("id").asText();
    if (id.isEmpty()) {
      complain(file, "a route has no id");
    }
    if (named.path("description").asText().isBlank()) {
      complain(file, "route " + id + " has no description");
    }
    int steps = route.findValues("steps").stream().mapToInt(JsonNode::size).sum();
    if (steps > MOST_STEPS) {
      complain(file, "route " + id + " has " + steps + " steps; more than 40 belong into a bean");
    }
    if (route.has("routeConfigurationId")) {
      wantedConfigurations.add(route.path("routeConfigurationId").asText());
    }
  }

  private void walk(String file, String key, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(field -> step(file, field.getKey(), field.getValue()));
    } else if (node.isArray()) {
      node.forEach(element -> walk(file, key, element));
    } else {
      value(file, key, node.asText());
    }
  }

  private void step(String file, String key, JsonNode node) {
    switch (key) {
      case "routeTemplate" -> {
        parameters = names(node.path("parameters"));
        walk(file, key, node.path("route"));
        parameters = Set.of();
      }
      case "bean" -> bean(file, node);
      case "from" -> from(file, node);
      case "to", "toD", "wireTap", "enrich", "pollEnrich", "poll" -> producer(file, key, node);
      case "description", "note", "id" -> {}
      default -> walk(file, key, node);
    }
  }

  private static Set<String> names(JsonNode parameters) {
    return parameters.findValues("name").stream().map(JsonNode::asText).collect(toSet());
  }

  private void bean(String file, JsonNode bean) {
    Set<String> keys = new TreeSet<>();
    bean.fieldNames().forEachRemaining(keys::add);
    if (!keys.containsAll(Set.of("ref", "method")) || !BEAN_KEYS.containsAll(keys)) {
      complain(file, "a bean step is not {ref, method}: " + bean);
      return;
    }
    String ref = bean.path("ref").asText();
    String method = bean.path("method").asText();
    Class<?> type = beans.get(ref);
    if (type == null) {
      complain(file, "there is no bean " + ref);
    } else if (methods(type).noneMatch(method.replaceAll("\\(.*", "")::equals)) {
      complain(file, "bean " + ref + " has no method " + method);
    }
  }

  private static Stream<String> methods(Class<?> type) {
    return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getMethods()))
        .filter(method -> method.getDeclaringClass() != Object.class && !method.isSynthetic())
        .map(java.lang.reflect.Method::getName);
  }

  private void from(String file, JsonNode from) {
    String queue = queue(from);
    if (queue != null) {
      consumers.add(queue);
    }
    walk(file, "from", from);
  }

  private void producer(String file, String key, JsonNode to) {
    String queue = queue(to);
    if (queue != null) {
      producers.add(queue);
    }
    walk(file, key, to);
  }

  /** {@code direct:x} or {@code seda:x}, whichever way the endpoint is written; else null. */
  private static @org.jspecify.annotations.Nullable String queue(JsonNode endpoint) {
    String uri = endpoint.isTextual() ? endpoint.asText() : endpoint.path("uri").asText();
    String plain = uri.replaceAll("\\?.*", "").replace("//", "");
    if (plain.equals("direct") || plain.equals("seda")) {
      plain += ":" + endpoint.path("parameters").path("name").asText();
    }
    return plain.startsWith("direct:") || plain.startsWith("seda:") ? plain : null;
  }

  private void value(String file, String key, String text) {
    if (text.startsWith("bean:") || text.equals("bean") || text.contains("${bean:")) {
      complain(file, "only a bean step is checked at start, not " + text);
    }
    PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(property -> !properties.contains(property) && !parameters.contains(property))
        .forEach(property -> complain(file, "config/application.yaml has no {{" + property + "}}"));
    boolean word = text.equals("true") || text.equals("false");
    if (SITE_OPTION.matcher(key).matches() && !word && !ONE_PLACEHOLDER.matcher(text).matches()) {
      complain(file, "the site decides about " + key + ": " + text);
    } else if (SITE_VALUE.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find()) {
      complain(file, "a host, path, port or delay of one site: " + text);
    }
  }

  private void edges() {
    producers.stream()
        .filter(queue -> !consumers.contains(queue))
        .forEach(queue -> complaints.add("nobody consumes " + queue));
    consumers.stream()
        .filter(queue -> !producers.contains(queue))
        .forEach(queue -> complaints.add("nobody produces to " + queue));
    wantedConfigurations.stream()
        .filter(id -> !configurations.contains(id))
        .forEach(id -> complaints.add("there is no routeConfiguration " + id));
  }

  private void complain(String file, String complaint) {
    complaints.add(file + ": " + complaint);
  }
}
