package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static dz.manchengo.hub.scenario.SftpScenario.PATIENCE;
import static dz.manchengo.hub.scenario.SftpScenario.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Headers by which Camel's components for files would be steered. */
class SftpHeadersIT extends InProcessHub {
  private static final String ROUTE = "answer-sftp-acme";

  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  CamelContext camel;

  @Test
  void noHeaderOfAnExchangeChoosesWhereAnAnswerGoes() throws Exception {
    camel.getRouteController().suspendRoute(ROUTE);
    try {
      SERVER.put("sortie/entetes.csv", file(invoice("SFTP-HEAD", 1)));
      String owed = "SELECT count(*) FROM sftp_answer WHERE base_name = 'entetes.csv'";
      await().atMost(PATIENCE).until(() -> number(owed) == 1);
      Exchange exchange = new DefaultExchange(camel);
      exchange
          .getIn()
          .setHeaders(
              Map.of(
                  Exchange.OVERRULE_FILE_NAME,
                  "mal.xlsx",
                  Exchange.FILE_NAME,
                  "mal.xlsx",
                  "CamelFileExist",
                  "Append",
                  "CamelBeanMethodName",
                  "trouble",
                  "delete",
                  "true",
                  "moveTo",
                  "ailleurs",
                  "copyTo",
                  "ailleurs"));
      camel.getRoute(ROUTE).getProcessor().process(exchange);
      assertThat(answer("entetes.csv.ack.xlsx").status()).isEqualTo("POSTED");
      assertThat(number(owed + " AND sent_at IS NOT NULL")).isOne();
      assertThat(SERVER.names("reponses")).noneMatch(name -> name.contains("mal"));
      assertThat(SERVER.names("")).noneMatch(name -> name.contains("mal"));
    } finally {
      camel.getRouteController().resumeRoute(ROUTE);
    }
  }
}
