package dz.manchengo.hub.sftp;

import dz.manchengo.hub.intake.Destinations;
import dz.manchengo.hub.intake.DoorLease;
import dz.manchengo.hub.intake.Doors;
import dz.manchengo.hub.intake.Inbox;
import dz.manchengo.hub.platform.KnownSettings;
import java.util.Map;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.Registry;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the routes of each partner from the templates in {@code intake-sftp.camel.yaml}. */
@Component
class PartnerRoutes implements SmartInitializingSingleton {
  private final Partners partners;
  private final ModelCamelContext camel;
  private final Inbox inbox;
  private final PartnerFiles files;
  private final PartnerAnswers answers;
  private final Reasons reasons;
  private final Doors doors;
  private final DoorLease lease;
  private final Destinations destinations;
  private final KnownSettings known;

  PartnerRoutes(
      Partners partners,
      ModelCamelContext camel,
      Inbox inbox,
      PartnerFiles files,
      PartnerAnswers answers,
      Reasons reasons,
      Doors doors,
      DoorLease lease,
      Destinations destinations,
      KnownSettings known) {
    this.partners = partners;
    this.camel = camel;
    this.inbox = inbox;
    this.files = files;
    this.answers = answers;
    this.reasons = reasons;
    this.doors = doors;
    this.lease = lease;
    this.destinations = destinations;
    this.known = known;
  }

  /** Before anything starts, and where nothing else fails because of it. */
  @Override
  public void afterSingletonsInstantiated() {
    known.require("hub.sftp", Bindable.mapOf(String.class, PartnerSettings.Server.class));
    partners.all().forEach(this::check);
  }

  @EventListener(ApplicationStartedEvent.class)
  void open() throws Exception {
    doors.open(Doors.Kind.SFTP, partners.all().stream().map(Partner::door).toList());
    for (Partner partner : partners.all()) {
      if (partner.server().take()) {
        bind(partner);
        from("intake-sftp", partner);
      }
      if (!partner.answersFolder().isEmpty()) {
        from("answer-sftp", partner);
      }
      if (!partner.reportsFolder().isEmpty()) {
        from("report-sftp", partner);
      }
    }
  }

  private void check(Partner partner) {
    partner.folders().forEach((remote, drop) -> check(partner, remote, drop));
  }

  private void check(Partner partner, String remote, String drop) {
    String key = "hub.sftp." + partner.name();
    destinations.check(key + (remote.isEmpty() ? ".into" : ".folders." + remote), drop);
  }

  private void bind(Partner partner) {
    Offers offers = new Offers(partner, partner.server().settle());
    Registry registry = camel.getRegistry();
    registry.bind("offers-" + partner.name(), offers);
    registry.bind(
        "filing-" + partner.name(), new Filing(partner, offers, inbox, files, reasons, lease));
    registry.bind(
        "poll-" + partner.name(), new PartnerPoll(partner, offers, answers, reasons, doors, lease));
  }

  private void from(String template, Partner partner) throws Exception {
    camel.addRouteFromTemplate(
        template + "-" + partner.name(),
        template,
        Map.of(
            "partner", partner.name(),
            "poll", partner.server().poll().toMillis(),
            "depth", partner.depth()));
  }
}
