package dz.manchengo.hub.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one overlay is made of: its files, or what kustomize made of them where the system property
 * {@code hub.manifests} names a folder with {@code <overlay>.yaml}.
 */
final class Manifests {
  static final Path KUBERNETES = Path.of("ops/kubernetes");

  private static final KubernetesSerialization TYPES = new KubernetesSerialization();
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern NEXT = Pattern.compile("(?m)^---$");

  private final String name;
  private final List<HasMetadata> objects = new ArrayList<>();
  private final List<HasMetadata> patches = new ArrayList<>();
  private final Set<String> configMaps = new TreeSet<>();

  private Manifests(String name) {
    this.name = name;
  }

  /** Of each overlay. */
  static Stream<Manifests> all() {
    String rendered = System.getProperty("hub.manifests", "");
    try (Stream<Path> overlays = Files.list(KUBERNETES.resolve("overlays"))) {
      return overlays
          .sorted()
          .map(
              overlay ->
                  rendered.isEmpty()
                      ? new Manifests(ProjectFiles.name(overlay)).kustomization(overlay)
                      : new Manifests(ProjectFiles.name(overlay)).rendered(Path.of(rendered)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Manifests rendered(Path folder) {
    objects.addAll(all(folder.resolve(name + ".yaml")));
    objects.stream()
        .filter(one -> one.getKind().equals("ConfigMap"))
        .forEach(map -> configMaps.add(map.getMetadata().getName()));
    return this;
  }

  private Manifests kustomization(Path folder) {
    JsonNode kustomization = yaml(folder.resolve("kustomization.yaml"));
    for (JsonNode resource : kustomization.path("resources")) {
      Path place = folder.resolve(resource.asText()).normalize();
      if (Files.isDirectory(place)) {
        kustomization(place);
      } else {
        objects.addAll(all(place));
      }
    }
    kustomization.path("patches").findValuesAsText("path").stream()
        .filter(path -> path.endsWith(".yaml"))
        .forEach(path -> patches.addAll(all(folder.resolve(path))));
    kustomization
        .path("configMapGenerator")
        .forEach(map -> configMaps.add(map.path("name").asText()));
    return this;
  }

  static JsonNode yaml(Path file) {
    try {
      return YAML.readTree(ProjectFiles.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static List<HasMetadata> all(Path file) {
    return NEXT.splitAsStream(ProjectFiles.read(file))
        .filter(text -> text.contains("kind:"))
        .flatMap(Manifests::decoded)
        .toList();
  }

  static Stream<HasMetadata> decoded(String text) {
    Object found = TYPES.unmarshal(text);
    return found instanceof KubernetesResourceList<?> list
        ? list.getItems().stream().map(HasMetadata.class::cast)
        : Stream.of((HasMetadata) found);
  }

  /** Those and the parts that overlays put over them. */
  List<HasMetadata> everything() {
    return Stream.concat(objects.stream(), patches.stream()).toList();
  }

  <T extends HasMetadata> List<T> of(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  boolean has(String kind, String named) {
    return kind.equals("ConfigMap")
        ? configMaps.contains(named)
        : objects.stream()
            .anyMatch(o -> o.getKind().equals(kind) && o.getMetadata().getName().equals(named));
  }

  /** The pods that its objects make, by kind and name. */
  Map<String, PodTemplateSpec> pods() {
    Map<String, PodTemplateSpec> pods = new LinkedHashMap<>();
    of(StatefulSet.class).forEach(set -> pods.put(shown(set), set.getSpec().getTemplate()));
    of(Job.class).forEach(job -> pods.put(shown(job), job.getSpec().getTemplate()));
    of(CronJob.class)
        .forEach(
            job -> pods.put(shown(job), job.getSpec().getJobTemplate().getSpec().getTemplate()));
    return pods;
  }

  static String shown(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }

  @Override
  public String toString() {
    return name;
  }
}
