package dz.manchengo.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pods in a cluster may do, and who reaches them. */
class KubernetesRightsTest {
  static Stream<Manifests> overlays() {
    return Manifests.all();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void podsKeepToTheRestrictedProfile(Manifests overlay) {
    assertThat(overlay.pods()).hasSizeGreaterThanOrEqualTo(3);
    overlay.pods().forEach((name, pod) -> restricted(name, pod.getSpec()));
    assertThat(overlay.of(Namespace.class))
        .singleElement()
        .satisfies(
            space ->
                assertThat(space.getMetadata().getLabels())
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
  }

  private static void restricted(String name, PodSpec pod) {
    assertThat(pod.getHostNetwork()).as(name).isNull();
    assertThat(pod.getHostPID()).as(name).isNull();
    assertThat(pod.getHostIPC()).as(name).isNull();
    assertThat(pod.getAutomountServiceAccountToken()).as(name).isFalse();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).as(name).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getVolumes()).as(name).allMatch(KubernetesRightsTest::isHarmless);
    assertThat(pod.getInitContainers()).as(name).isEmpty();
    assertThat(pod.getContainers())
        .as(name)
        .singleElement()
        .satisfies(KubernetesRightsTest::restricted);
  }

  private static void restricted(Container container) {
    var context = container.getSecurityContext();
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getReadOnlyRootFilesystem()).isTrue();
    assertThat(context.getPrivileged()).isNull();
    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(context.getCapabilities().getAdd()).isEmpty();
    assertThat(container.getPorts()).allMatch(port -> port.getHostPort() == null);
    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
    assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
  }

  private static boolean isHarmless(Volume volume) {
    return Stream.of(
                volume.getConfigMap(),
                volume.getSecret(),
                volume.getEmptyDir(),
                volume.getPersistentVolumeClaim())
            .filter(Objects::nonNull)
            .count()
        == 1;
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void theWayInLeadsToTheApiAlone(Manifests overlay) {
    assertThat(overlay.of(Ingress.class)).hasSize(1);
    Ingress ingress = overlay.of(Ingress.class).get(0);
    assertThat(ingress.getMetadata().getAnnotations())
        .containsKey("cert-manager.io/cluster-issuer");
    String host = ingress.getSpec().getRules().get(0).getHost();
    assertThat(ingress.getSpec().getTls()).flatExtracting(tls -> tls.getHosts()).contains(host);
    var paths = ingress.getSpec().getRules().get(0).getHttp().getPaths();
    assertThat(paths).extracting(path -> path.getPath()).containsOnly("/api/v1", "/api/health");
    assertThat(paths)
        .extracting(path -> path.getBackend().getService())
        .allMatch(service -> overlay.has("Service", service.getName()))
        .allMatch(service -> service.getPort().getName().equals("http"));
    assertThat(overlay.of(NetworkPolicy.class))
        .anyMatch(
            policy ->
                policy.getSpec().getPodSelector().getMatchLabels().isEmpty()
                    && policy.getSpec().getPolicyTypes().equals(List.of("Ingress", "Egress"))
                    && policy.getSpec().getIngress().isEmpty()
                    && policy.getSpec().getEgress().isEmpty());
  }
}
