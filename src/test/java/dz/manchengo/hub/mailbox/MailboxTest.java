package dz.manchengo.hub.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {
  private static final Mailbox BOX =
      new Mailbox(
          "imap.example.dz",
          0,
          Mailbox.Security.TLS,
          null,
          "factures@example.dz",
          "x",
          null,
          null,
          "INBOX",
          "Processed",
          "Rejected",
          List.of("Compta@example.dz", "@fournisseur.dz"),
          null,
          List.of(
              new Mailbox.Rule("@fournisseur.dz", "Commande", "orders", false),
              new Mailbox.Rule(null, "essai", "invoices", true)),
          "payments");

  @ParameterizedTest
  @CsvSource({
    "compta@example.dz, true",
    "ali@fournisseur.dz, true",
    "ali@autre.fournisseur.dz, false",
    "ali@fournisseur.dz.evil.example, false",
    "fournisseur.dz, false",
    "x-compta@example.dz, false",
    "'', false"
  })
  void onlyWhoIsNamedMaySend(String sender, boolean may) {
    assertThat(BOX.allows(sender)).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "ali@fournisseur.dz, Nos COMMANDES de mars, orders, false",
    "compta@example.dz, Nos commandes de mars, payments, false",
    "compta@example.dz, Essai, invoices, true",
    "ali@fournisseur.dz, Re: Commandé   ferme, orders, false",
    "ali@fournisseur.dz, rien, payments, false"
  })
  void theFirstRuleThatFitsDecides(String sender, String subject, String into, boolean preview) {
    Mailbox.Rule rule = BOX.rule(sender, subject);
    assertThat(rule.into()).isEqualTo(into);
    assertThat(rule.preview()).isEqualTo(preview);
  }

  @Test
  void thePortIsTheUsualOneUnlessSet() {
    assertThat(BOX.portOrUsual()).isEqualTo(993);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.example.dz; spf=pass smtp.mailfrom=x; dkim=pass; dmarc=pass header.from=b.dz",
        "MX.example.dz 1; dmarc = pass (p=reject; sp=(none)) header.from=B.dz",
        "mx.example.dz;\r\n\tdmarc=pass action=none header.from=b.dz;compauth=pass"
      })
  void theServerMayVouchForASender(String header) {
    assertThat(AuthenticationResults.pass("mx.example.dz", header, "a@b.dz")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.example.dz; dmarc=fail header.from=b.dz",
        "mx.example.dz; dmarc=pass header.from=evil.dz",
        "mx.example.dz; dmarc=pass",
        "mx.example.dz; dmarc=fail header.from=b.dz; dmarc=pass header.from=b.dz",
        "mx.example.dz; spf=pass smtp.mailfrom=\"x; dmarc=pass header.from=b.dz; \"@evil.dz",
        "mx.example.dz; spf=pass reason=\"x\\\"; dmarc=pass header.from=b.dz\"",
        "mx.example.dz; dkim=pass header.i=\"@a; dmarc=pass header.from=b.dz",
        "mx.example.dz; spf=pass (a (b) ; dmarc=pass header.from=b.dz",
        "mx.example.dz; spf=pass",
        "evil.example; dmarc=pass",
        "mx.example.dz; spf=pass (dmarc=pass) smtp.mailfrom=x",
        "mx.example.dz; none",
        "mx.example.dz; xdmarc=pass",
        ""
      })
  void whatNobodyVouchesForIsAStrangers(String header) {
    assertThat(AuthenticationResults.pass("mx.example.dz", header, "a@b.dz")).isFalse();
  }
}
