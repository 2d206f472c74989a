package dz.manchengo.hub.partner;

import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code GET /openapi.yaml}: the contract, as the gate reads it. */
@Component("contractText")
class ContractText {
  private static final int OK = 200;

  private final ApiSettings settings;

  ContractText(ApiSettings settings) {
    this.settings = settings;
  }

  Reply show() throws IOException {
    if (!settings.openapi()) {
      throw new ProblemException(ProblemKind.UNKNOWN_ADDRESS);
    }
    return new Reply(OK, "application/yaml", Map.of(), settings.contract().getContentAsByteArray());
  }
}
