package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.platform.SettingRefused;
import dz.manchengo.hub.platform.StartCheck;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class NoticesCheckTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String HOOK = "https://erp.example.dz/hub";

  @ParameterizedTest
  @CsvSource({
    "'', https://a.dz, whsec_x, Le réglage hub.smtp.from manque : il faut une adresse",
    "hub, https://a.dz, whsec_x, Le réglage hub.smtp.from ne peut pas être « hub » : il faut",
    "h@a.dz, http://a.dz, whsec_x, Le réglage hub.webhooks.erp.url ne peut pas être « http://a.dz »",
    "h@a.dz, '', whsec_x, Le réglage hub.webhooks.erp.url manque : il faut une adresse en https",
    "h@a.dz, https://a.dz, '', Le réglage hub.webhooks.erp.secret manque : il faut whsec_",
    "h@a.dz, https://a.dz, geheim, Le réglage hub.webhooks.erp.secret ne peut pas être « … »"
  })
  void whatCouldNeverGoOutStopsTheStart(String from, String url, String secret, String words) {
    assertThatThrownBy(() -> check("smtp.example.dz", from, url, secret))
        .isInstanceOf(SettingRefused.class)
        .hasMessageStartingWith(words)
        .hasMessageNotContaining("geheim");
  }

  @Test
  void whatCanGoOutDoesNotAndWithoutAMailServerLettersWait() {
    assertThatCode(() -> check("smtp.example.dz", "Hub <hub@a.dz>", HOOK, SECRET))
        .doesNotThrowAnyException();
    assertThatCode(() -> check("", "", HOOK, SECRET)).doesNotThrowAnyException();
  }

  @Test
  void aSecretThatIsGivenTwiceStopsTheStart() {
    assertThatThrownBy(
            () ->
                new NoticesCheck(
                    smtp("", ""),
                    new Subscriptions(
                        Map.of("erp", new Webhook(URI.create(HOOK), SECRET, "file", List.of("*")))),
                    new StartCheck(Locale.FRENCH)))
        .hasMessage(
            "Le réglage hub.webhooks.erp.secret-file ne peut pas être « file » : le réglage du"
                + " même nom sans « -file » en donne déjà un ; il faut l'un ou l'autre.");
  }

  private static void check(String host, String from, String url, String secret) {
    Webhook webhook = new Webhook(URI.create(url), secret, "", List.of("*"));
    new NoticesCheck(
        smtp(host, from), new Subscriptions(Map.of("erp", webhook)), new StartCheck(Locale.FRENCH));
  }

  @Test
  void whoLogsInHasAPassword() {
    assertThatThrownBy(
            () ->
                new NoticesCheck(
                    smtp("smtp.example.dz", "h@a.dz", "hub"),
                    new Subscriptions(Map.of()),
                    new StartCheck(Locale.FRENCH)))
        .hasMessage("Le réglage hub.smtp.password manque : le hub en a besoin.");
  }

  private static SmtpSettings smtp(String host, String from) {
    return smtp(host, from, "");
  }

  private static SmtpSettings smtp(String host, String from, String username) {
    return new SmtpSettings(
        host,
        587,
        SmtpSettings.Security.STARTTLS,
        username,
        "",
        "",
        true,
        "",
        from,
        Duration.ofSeconds(1),
        DataSize.ofMegabytes(1));
  }
}
