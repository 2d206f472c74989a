package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What runs in a cluster: nothing there that Kubernetes does not know, and what is named is there.
 */
class KubernetesTest {
  private static final String PREFIX = "app.kubernetes.io/";
  private static final Path SHARED = Manifests.KUBERNETES.resolve("base/shared");

  static Stream<Manifests> overlays() {
    return Manifests.all();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyFieldIsOneOfKubernetes(Manifests overlay) {
    assertThat(overlay.everything())
        .isNotEmpty()
        .noneMatch(GenericKubernetesResource.class::isInstance)
        .allSatisfy(one -> assertThat(UnknownFields.of(Manifests.shown(one), one)).isEmpty());
  }

  @Test
  void aSlipIsFound() {
    HasMetadata set =
        Manifests.decoded(
                """
                apiVersion: apps/v1
                kind: StatefulSet
                spec: {template: {spec: {containers: [{name: hub, imagePullpolicy: Always}]}}}
                """)
            .findFirst()
            .orElseThrow();
    assertThat(UnknownFields.of("set", set))
        .containsExactly("set.spec.template.spec.containers[0].imagePullpolicy");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void whatPodsNameIsThere(Manifests overlay) {
    Set<String> secrets = externalSecrets();
    overlay
        .pods()
        .forEach(
            (name, pod) -> {
              assertThat(overlay.has("ServiceAccount", pod.getSpec().getServiceAccountName()))
                  .as(name)
                  .isTrue();
              for (Volume volume : pod.getSpec().getVolumes()) {
                assertThat(isThere(volume, overlay, secrets)).as(name + " " + volume).isTrue();
              }
            });
    assertThat(overlay.of(ServiceAccount.class))
        .allMatch(account -> Boolean.FALSE.equals(account.getAutomountServiceAccountToken()));
  }

  private static boolean isThere(Volume volume, Manifests overlay, Set<String> secrets) {
    if (volume.getConfigMap() != null) {
      return overlay.has("ConfigMap", volume.getConfigMap().getName());
    }
    if (volume.getSecret() != null) {
      return secrets.contains(volume.getSecret().getSecretName());
    }
    return volume.getPersistentVolumeClaim() == null
        || overlay.has("PersistentVolumeClaim", volume.getPersistentVolumeClaim().getClaimName());
  }

  /** The operator's types are not Kubernetes' own. */
  private static Set<String> externalSecrets() {
    Set<String> names = new TreeSet<>();
    ProjectFiles.under(Manifests.KUBERNETES.resolve("external-secrets"), ".yaml").stream()
        .map(Manifests::yaml)
        .filter(one -> one.path("kind").asText().equals("ExternalSecret"))
        .forEach(
            one -> {
              assertThat(one.path("spec").path("data")).isNotEmpty();
              names.add(one.at("/spec/target/name").asText());
            });
    return names;
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyMountHasItsVolume(Manifests overlay) {
    overlay.pods().forEach((name, pod) -> mounted(name, pod, claims(overlay)));
  }

  private static Set<String> claims(Manifests overlay) {
    Set<String> names = new TreeSet<>();
    overlay
        .of(StatefulSet.class)
        .forEach(
            set ->
                set.getSpec()
                    .getVolumeClaimTemplates()
                    .forEach(claim -> names.add(claim.getMetadata().getName())));
    return names;
  }

  private static void mounted(String name, PodTemplateSpec pod, Set<String> claims) {
    List<String> volumes =
        Stream.concat(claims.stream(), pod.getSpec().getVolumes().stream().map(Volume::getName))
            .toList();
    List<VolumeMount> mounts = pod.getSpec().getContainers().get(0).getVolumeMounts();
    JsonNode settings = Manifests.yaml(SHARED.resolve("application.yaml"));
    assertThat(mounts).as(name).extracting(VolumeMount::getName).isSubsetOf(volumes);
    assertThat(mounts)
        .as(name)
        .extracting(VolumeMount::getMountPath)
        .contains(settings.at("/hub/home").asText(), "/tmp", "/etc/hub");
    assertThat(settings.at("/spring/config.import").toString())
        .contains("configtree:/etc/hub-secrets/", "file:/etc/hub/site.yaml");
    assertThat(mounts).extracting(VolumeMount::getMountPath).contains("/etc/hub-secrets");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void portsAndProbesAreThoseOfTheSettings(Manifests overlay) {
    JsonNode settings = Manifests.yaml(Path.of("config/application.yaml"));
    int http = settings.at("/server/port").asInt();
    int management = settings.at("/management/server/port").asInt();
    assertThat(settings.at("/management/endpoint/health/probes.enabled").asBoolean()).isTrue();
    assertThat(overlay.of(StatefulSet.class)).isNotEmpty();
    for (StatefulSet set : overlay.of(StatefulSet.class)) {
      Container hub = set.getSpec().getTemplate().getSpec().getContainers().get(0);
      assertThat(hub.getPorts())
          .extracting(port -> port.getName() + " " + port.getContainerPort())
          .containsExactly("http " + http, "management " + management);
      probed(hub.getStartupProbe(), "liveness");
      probed(hub.getLivenessProbe(), "liveness");
      probed(hub.getReadinessProbe(), "readiness");
    }
    assertThat(overlay.of(Service.class))
        .flatExtracting(service -> service.getSpec().getPorts())
        .extracting(port -> port.getTargetPort().getStrVal())
        .containsOnly("http", "management");
  }

  private static void probed(Probe probe, String group) {
    assertThat(probe.getHttpGet().getPath()).isEqualTo("/actuator/health/" + group);
    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void selectorsFindPods(Manifests overlay) {
    for (StatefulSet set : overlay.of(StatefulSet.class)) {
      assertThat(set.getSpec().getTemplate().getMetadata().getLabels())
          .containsAllEntriesOf(set.getSpec().getSelector().getMatchLabels());
      assertThat(overlay.has("Service", set.getSpec().getServiceName())).isTrue();
    }
    for (Service service : overlay.of(Service.class)) {
      assertThat(found(service.getSpec().getSelector(), overlay))
          .as(Manifests.shown(service))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("StatefulSet"));
    }
    overlay.of(PodDisruptionBudget.class).stream()
        .map(budget -> budget.getSpec().getSelector().getMatchLabels())
        .forEach(labels -> assertThat(found(labels, overlay)).isNotEmpty());
    overlay.of(NetworkPolicy.class).stream()
        .map(policy -> policy.getSpec().getPodSelector().getMatchLabels())
        .forEach(labels -> assertThat(found(labels, overlay)).isNotEmpty());
  }

  private static List<String> found(Map<String, String> labels, Manifests overlay) {
    return overlay.pods().entrySet().stream()
        .filter(
            pod ->
                pod.getValue().getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void hubsComeAndGoByLoadAndQueue(Manifests overlay) {
    String metrics = ProjectFiles.read(ProjectFiles.HUB.resolve("intake/IntakeMetrics.java"));
    for (HorizontalPodAutoscaler scaler : overlay.of(HorizontalPodAutoscaler.class)) {
      var target = scaler.getSpec().getScaleTargetRef();
      assertThat(overlay.has(target.getKind(), target.getName())).isTrue();
      assertThat(scaler.getSpec().getMetrics())
          .extracting(MetricSpec::getType)
          .containsExactly("Resource", "External");
      String metric = scaler.getSpec().getMetrics().get(1).getExternal().getMetric().getName();
      assertThat(metrics).contains("\"" + metric.replace('_', '.') + "\"");
    }
    assertThat(overlay.of(HorizontalPodAutoscaler.class))
        .hasSameSizeAs(overlay.of(StatefulSet.class))
        .hasSameSizeAs(overlay.of(PodDisruptionBudget.class));
  }

  /** `ops/deploy/roll-out` applies them in turn, by this label. */
  @ParameterizedTest
  @MethodSource("overlays")
  void eachPodSaysWhatItIs(Manifests overlay) {
    assertThat(overlay.pods().values())
        .extracting(pod -> pod.getMetadata().getLabels().get(PREFIX + "component"))
        .containsOnly("hub", "migration", "backup");
  }
}
