package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.Tenancy;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two partners, of whom the first one has a document of every kind. */
abstract class TenancyScenario extends ApiScenario {
  static String alpha = "";
  static String beta = "";

  @Autowired
  @SuppressWarnings("NullAway.Init")
  Tenancy tenancy;

  @Autowired
  @SuppressWarnings("NullAway.Init")
  TransactionTemplate transaction;

  @BeforeEach
  void makeKeys() throws Exception {
    if (alpha.isEmpty()) {
      String scopes =
          "orders:write,invoices:write,payments:write,production-batches:write,stock-counts:write,"
              + "stock-movements:write";
      alpha = key("ten-alpha", scopes, "--tenant", "ten-alpha");
      beta = key("ten-beta", scopes, "--tenant", "ten-beta");
      everyKindOfAlpha();
    }
  }

  private void everyKindOfAlpha() throws Exception {
    created("orders", order("TEN-1", "2"));
    created(
        "invoices",
        """
        {"number": "TEN-F1", "date": "2026-03-31", "party": {"code": "TEN-C", "name": "SARL Locataire"},
         "paymentMethod": "VIREMENT",
         "lines": [{"product": "TEN-P", "quantity": "2", "unit": "KG", "unitPriceHt": "100", "vatRate": "19"}]}
        """);
    created(
        "payments",
        """
        {"invoiceNumber": "TEN-F1", "date": "2026-03-31", "amount": "238.00", "method": "VIREMENT", "reference": "T1"}
        """);
    created(
        "production-batches",
        """
        {"number": "TEN-LOT-1", "madeOn": "2026-03-31", "status": "COMPLETED",
         "outputs": [{"product": "TEN-P", "lot": "TEN-L1", "quantity": "20", "unit": "KG", "bestBefore": "2026-06-30"}],
         "inputs": [{"product": "TEN-MILK", "productName": "Lait", "quantity": "200", "unit": "L", "lot": "TEN-LM"}]}
        """);
    created(
        "stock-movements",
        """
        {"effectiveAt": "2026-03-31T10:00:00+01:00", "origin": "PRODUCTION_IN", "product": "TEN-P", "quantity": "20",
         "unit": "KG", "lot": "TEN-L1", "reference": "TEN-LOT-1"}
        """);
    created(
        "stock-counts",
        """
        {"session": "TEN-INV-1", "countedAt": "2026-03-31T18:00:00+01:00", "warehouse": "PRINCIPAL",
         "countedBy": "Amina", "lines": [{"product": "TEN-P", "lot": "TEN-L1", "quantity": "20", "unit": "KG"}]}
        """);
  }

  <T> T as(String tenant, Supplier<T> work) {
    return transaction.execute(
        status -> {
          tenancy.enter(tenant);
          return work.get();
        });
  }

  void created(String kind, String body) throws Exception {
    HttpResponse<String> answer = post(kind, alpha, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Override
  HttpResponse<String> post(String address, String key, String body)
      throws IOException, InterruptedException {
    return send(
        to("/api/v1/" + address, key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static String order(String number, String quantity) {
    return """
        {"number": "%s", "date": "2026-03-31", "customer": {"code": "TEN-C", "name": "SARL Locataire"},
         "lines": [{"product": "TEN-P", "description": "Camembert", "quantity": "%s", "unit": "KG",
                    "unitPriceHt": "100", "vatRate": "19"}]}
        """
        .formatted(number, quantity);
  }
}
