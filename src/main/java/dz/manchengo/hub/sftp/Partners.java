package dz.manchengo.hub.sftp;

import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.StartCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The partners that the settings name. */
@Component
@EnableConfigurationProperties(PartnerSettings.class)
class Partners {
  private final List<Partner> all = new ArrayList<>();

  Partners(PartnerSettings settings, HubHome home, StartCheck check) {
    settings.sftp().forEach((name, server) -> all.add(Partner.of(name, server, home, check)));
  }

  List<Partner> all() {
    return all;
  }

  Optional<Partner> named(String name) {
    return all.stream().filter(partner -> partner.name().equals(name)).findFirst();
  }
}
