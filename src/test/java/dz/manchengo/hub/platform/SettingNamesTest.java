package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingNamesTest {
  private static void start(String setting) {
    GenericApplicationContext hub = new GenericApplicationContext();
    hub.getEnvironment()
        .getPropertySources()
        .addFirst(new SimpleCommandLinePropertySource("--" + setting));
    new SettingNames().initialize(hub);
  }

  @ParameterizedTest
  @CsvSource({
    "hub.mial.mailboxes.c2.host=x, hub.mial.mailboxes.c2.host",
    "hub.wacth.mail=chef@hub.dz, hub.wacth.mail",
    "hub.smtp.hots=x, hub.smtp.hots",
    "hub.languge=en, hub.languge",
    "hub.api.cors.orgins[0]=x, hub.api.cors.orgins"
  })
  void aNameThatNobodyReadsStopsTheStart(String setting, String named) {
    assertThatThrownBy(() -> start(setting))
        .isInstanceOf(SettingRefused.class)
        .hasMessage(
            "Le réglage "
                + named
                + " n'existe pas : personne ne le lirait. Une faute de frappe,"
                + " peut-être.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hub.reports.buckets.office.bucket=x",
        "hub.backup.buckets.offsite.bucket=x",
        "hub.sftp.acme.host=x"
      })
  void whatPeopleNameThemselvesDoesNot(String setting) {
    assertThatCode(() -> start(setting)).doesNotThrowAnyException();
  }

  @Test
  void aVariableThatNothingSetsIsNoValue() {
    assertThatThrownBy(() -> start("hub.smtp.password=${NOBODY_SET_THIS}"))
        .isInstanceOf(SettingRefused.class)
        .hasMessage(
            "Le réglage hub.smtp.password nomme ${NOBODY_SET_THIS} : cette variable n'est"
                + " définie nulle part.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub.posting.lease=10", "hub.inbox.settle=5", "hub.limits.bytes=500"})
  void aUnitIsNotLeftOut(String setting) {
    assertThatThrownBy(() -> start(setting))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("il y faut une unité");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aVariableThatSetsNothingIsTold(CapturedOutput output) {
    GenericApplicationContext hub = new GenericApplicationContext();
    Map<String, Object> variables =
        Map.of("HUB_WATCH_MAILS", "x", "HUB_WATCH_MAIL_0", "x@y.dz", "HUB_SFTP_ACME_HOST", "x");
    hub.getEnvironment()
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
    new SettingNames().initialize(hub);
    assertThat(output)
        .containsOnlyOnce("La variable d'environnement HUB_WATCH_MAILS ne règle rien")
        .doesNotContain("HUB_WATCH_MAIL_0", "HUB_SFTP");
  }

  @Test
  void norInAVariableOfTheEnvironment() {
    GenericApplicationContext hub = new GenericApplicationContext();
    hub.getEnvironment()
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "systemEnvironment", Map.of("HUB_SMTP_TIMEOUT", "30")));
    ConfigurationPropertySources.attach(hub.getEnvironment());
    assertThatThrownBy(() -> new SettingNames().initialize(hub))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("hub.smtp.timeout")
        .hasMessageContaining("il y faut une unité");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hub.inbox.settle=0",
        "hub.mail.poll=2000",
        "hub.smtp.password=${NOBODY_SET_THIS:}",
        "hub.smtp.password=${java.io.tmpdir}",
        "hub.home=/srv/hub",
        "hub.mail.messageLimit=1MB",
        "hub.api.cors.origins[0]=https://erp.example.com",
        "hub.watch.mail[1]=chef@hub.dz",
        "hub.mail.mailboxes.c2.host=imap.example.dz",
        "hub.sftp.acme.folders.commandes=orders",
        "hub.backup.buckets.offsite.bucket=backups",
        "hub.webhooks.erp.url=https://erp.example.com",
        "server.port=0"
      })
  void whatIsReadDoesNot(String setting) {
    assertThatCode(() -> start(setting)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub.wacth.mail"})
  void filesAreLookedAtInTheHubsLanguage(String name) {
    GenericApplicationContext hub = new GenericApplicationContext();
    hub.getEnvironment()
        .getPropertySources()
        .addFirst(
            new OriginTrackedMapPropertySource(
                "file", Map.of(name, "chef@hub.dz", "hub.language", "en")));
    assertThatThrownBy(() -> new SettingNames().initialize(hub))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("There is no setting " + name);
  }
}
