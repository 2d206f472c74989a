package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dz.manchengo.hub.platform.RouteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.ClassUtils;

class RoutesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path ROUTES = Path.of("routes");

  /** Routes, and the contract of the REST interface, which Camel must not take for a route. */
  private static final Pattern MAY_LIE_THERE = Pattern.compile("[a-z-]+\\.(camel|openapi)\\.yaml");

  @Test
  void theFolderIsFlatAndHoldsOnlyRoutesAndContracts() throws IOException {
    try (Stream<Path> entries = Files.list(ROUTES)) {
      assertThat(entries)
          .isNotEmpty()
          .allMatch(Files::isRegularFile)
          .allMatch(entry -> MAY_LIE_THERE.matcher(ProjectFiles.name(entry)).matches());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "intake-drop.camel.yaml, true",
    "partner-api.openapi.yaml, true",
    "partner-api.yaml, false",
    "openapi.yaml, false",
    "README.md, false"
  })
  void whatMayLieBesideARoute(String name, boolean may) {
    assertThat(MAY_LIE_THERE.matcher(name).matches()).isEqualTo(may);
  }

  @Test
  void onlyRoutesAreLoaded() {
    assertThat(settings().getProperty("camel.main.routes-include-pattern"))
        .isEqualTo("${hub.routes:classpath:routes/*.camel.yaml}");
  }

  @Test
  void everyRouteFollowsTheHouse() {
    Map<String, String> files = new TreeMap<>();
    ProjectFiles.under(ROUTES, ".camel.yaml")
        .forEach(file -> files.put(ProjectFiles.name(file), ProjectFiles.read(file)));
    assertThat(RouteCheck.complaints(files, beans(), properties())).isEmpty();
  }

  /** Camel takes another number in silence where it cannot read what is set. */
  @Test
  void everySettingThatRoutesReadIsCheckedAtTheStart() {
    Set<String> read = new TreeSet<>();
    Pattern place = Pattern.compile("\\{\\{(hub\\.[a-z.-]+)}}");
    ProjectFiles.under(ROUTES, ".camel.yaml")
        .forEach(
            file ->
                place
                    .matcher(ProjectFiles.read(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(read::add));
    assertThat(RouteSettings.KEYS).isEqualTo(read);
  }

  @Test
  void noRouteIsWrittenInJava() {
    Pattern builder = Pattern.compile("\\b(\\w*RouteBuilder)\\b");
    assertThat(ProjectFiles.foundInCode(builder)).isEmpty();
  }

  @Test
  void aBadRouteIsFound() {
    String yaml =
        """
        - route:
            id: other-name
            routeConfigurationId: nowhere
            from:
              uri: scheduler
              parameters:
                name: x
                delay: 500
              steps:
                - bean:
                    ref: nobody
                    method: post
                - bean:
                    ref: posting
                    method: fly
                - bean:
                    beanType: java.lang.String
                - to: bean:posting?method=post
                - to: direct:nobody-listens
                - toD:
                    uri: file:/srv/archive
                - to: sftp://files.example.com:22/in
                - to: log:{{hub.no.such}}
        - route:
            id: second
            description: Nobody writes to it
            from:
              uri: seda
              parameters:
                name: lonely
              steps:
        """
            + "        - log: x\n".repeat(41);
    assertThat(RouteCheck.complaints(Map.of("bad-one.camel.yaml", yaml), beans(), properties()))
        .containsExactlyInAnyOrder(
            "bad-one.camel.yaml: the first route's id is not bad-one",
            "bad-one.camel.yaml: route other-name has no description",
            "bad-one.camel.yaml: route second has 41 steps; more than 40 belong into a bean",
            "bad-one.camel.yaml: the site decides about delay: 500",
            "bad-one.camel.yaml: there is no bean nobody",
            "bad-one.camel.yaml: bean posting has no method fly",
            "bad-one.camel.yaml: a bean step is not {ref, method}: {\"beanType\":\"java.lang.String\"}",
            "bad-one.camel.yaml: only a bean step is checked at start, not bean:posting?method=post",
            "bad-one.camel.yaml: a host, path, port or delay of one site: file:/srv/archive",
            "bad-one.camel.yaml: a host, path, port or delay of one site: sftp://files.example.com:22/in",
            "bad-one.camel.yaml: config/application.yaml has no {{hub.no.such}}",
            "nobody consumes direct:nobody-listens",
            "nobody produces to seda:lonely",
            "there is no routeConfiguration nowhere");
  }

  @Test
  void aBadTemplateIsFound() {
    String yaml =
        """
        - routeTemplate:
            id: other-template
            parameters:
              - name: partner
              - name: unused
            route:
              id: always-the-same
              from:
                uri: sftp:{{partner}}
                parameters:
                  delay: 500
                steps:
                  - bean:
                      ref: nobody
                      method: receive
        - route:
            id: beside-it
            description: Parameters of a template are its own
            from:
              uri: sftp:{{partner}}
        """;
    assertThat(
            RouteCheck.complaints(Map.of("bad-template.camel.yaml", yaml), beans(), properties()))
        .containsExactlyInAnyOrder(
            "bad-template.camel.yaml: the first route's id is not bad-template",
            "bad-template.camel.yaml: template other-template needs a route, and that no id of its own",
            "bad-template.camel.yaml: template other-template does not use {{unused}}",
            "bad-template.camel.yaml: route other-template has no description",
            "bad-template.camel.yaml: the site decides about delay: 500",
            "bad-template.camel.yaml: there is no bean nobody",
            "bad-template.camel.yaml: config/application.yaml has no {{partner}}");
  }

  /** House §5: headers of whatever comes from outside go before anything else is done. */
  @Test
  void whatIsReadOutsideBeginsWithoutHeaders() throws IOException {
    Set<String> inside = Set.of("scheduler", "quartz", "direct", "seda");
    List<String> outside = new ArrayList<>();
    for (Path file : ProjectFiles.under(ROUTES, ".camel.yaml")) {
      for (JsonNode from : YAML.readTree(file.toFile()).findValues("from")) {
        String scheme = from.path("uri").asText().replaceFirst(":.*", "");
        if (!inside.contains(scheme)) {
          outside.add(scheme);
          assertThat(from.at("/steps/0/removeHeaders/pattern").asText()).as(scheme).isEqualTo("*");
        }
      }
    }
    assertThat(outside).containsExactlyInAnyOrder("{{protocol}}", "sftp");
  }

  /** House §5: nothing from outside steers a route of the API, and nothing of it goes out. */
  @Test
  void everyOperationOfTheApiBeginsAndEndsAsTheOthers() throws IOException {
    JsonNode routes = YAML.readTree(ROUTES.resolve("partner-api.camel.yaml").toFile());
    Set<String> routed = new TreeSet<>();
    for (JsonNode route : routes.findValues("route")) {
      JsonNode steps = route.at("/from/steps");
      if (!route.path("id").asText().equals("partner-api")) {
        assertThat(route.at("/from/uri").asText()).isEqualTo("direct:" + route.path("id").asText());
        assertThat(route.path("routeConfigurationId").asText()).isEqualTo("partner-api-problem");
        assertThat(steps.path(0).at("/removeHeaders/pattern").asText()).isEqualTo("*");
        assertThat(steps.path(steps.size() - 1).path("to").asText())
            .isEqualTo("direct:partner-api-reply");
        routed.add(route.path("id").asText());
      }
    }
    JsonNode contract = YAML.readTree(ROUTES.resolve("partner-api.openapi.yaml").toFile());
    assertThat(routed)
        .isEqualTo(Set.copyOf(contract.path("paths").findValuesAsText("operationId")));
    assertThat(routes.findValue("endpointProperty").toString())
        .contains("disableStreamCache", "#repliesOnly");
  }

  /** Spring's name of every component, package-private ones too. */
  private static Map<String, Class<?>> beans() {
    AnnotationBeanNameGenerator names = new AnnotationBeanNameGenerator();
    SimpleBeanDefinitionRegistry registry = new SimpleBeanDefinitionRegistry();
    Map<String, Class<?>> beans = new HashMap<>();
    for (BeanDefinition bean :
        new ClassPathScanningCandidateComponentProvider(true)
            .findCandidateComponents("dz.manchengo.hub")) {
      String type = Objects.requireNonNull(bean.getBeanClassName());
      beans.put(names.generateBeanName(bean, registry), ClassUtils.resolveClassName(type, null));
    }
    return beans;
  }

  private static Set<String> properties() {
    return settings().keySet().stream().map(String::valueOf).collect(Collectors.toSet());
  }

  private static Properties settings() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new FileSystemResource("config/application.yaml"));
    return Objects.requireNonNull(yaml.getObject());
  }

  @Test
  void everyNamedComponentIsOneThatRoutesMayCall() {
    Pattern named = Pattern.compile("@Component\\(\"(\\w+)\"\\)");
    assertThat(beans().keySet()).containsAll(List.copyOf(ProjectFiles.foundInCode(named)));
  }
}
