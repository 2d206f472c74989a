package dz.manchengo.hub.sftp;

import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.StartCheck;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** The partners that the settings name. */
@Component
@EnableConfigurationProperties(PartnerSettings.class)
class Partners {
  private final List<Partner> all = new ArrayList<>();

  Partners(
      PartnerSettings settings,
      HubHome home,
      StartCheck check,
      @Value("${hub.watch.silence}") Duration silence) {
    settings
        .sftp()
        .forEach(
            (name, server) -> {
              check.require(
                  server.poll().toMillis() >= StartCheck.LEAST_MILLIS,
                  "hub.sftp." + name + ".poll",
                  DurationStyle.SIMPLE.print(server.poll(), ChronoUnit.MILLIS),
                  "setting.why.settle");
              check.require(
                  server.poll().compareTo(silence) < 0,
                  "hub.sftp." + name + ".poll",
                  DurationStyle.SIMPLE.print(server.poll(), ChronoUnit.SECONDS),
                  "setting.why.too-seldom");
              Partner partner = Partner.of(name, server, home, check);
              check.require(
                  all.stream().noneMatch(other -> other.place().equals(partner.place())),
                  "hub.sftp." + name + ".folder",
                  partner.folder(),
                  "setting.why.partner-twice");
              all.add(partner);
            });
  }

  List<Partner> all() {
    return all;
  }

  Optional<Partner> named(String name) {
    return all.stream().filter(partner -> partner.name().equals(name)).findFirst();
  }
}
