package dz.manchengo.hub.sftp;

import com.jcraft.jsch.JSch;
import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;

/**
 * Camel's SFTP with partners for addresses: {@code sftp:<partner>}, whose parameter {@code place}
 * is {@code files}, {@code answers} or {@code reports}.
 */
@Component("sftp")
class PartnerComponent extends SftpComponent {
  private final Partners partners;

  PartnerComponent(Partners partners) {
    this.partners = partners;
    JSch.setConfig("MaxAuthTries", "1"); // a wrong password six times a look locks the account
  }

  @Override
  @SuppressWarnings("rawtypes") // as Camel declares it
  protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
      String uri, String remaining, Map<String, Object> parameters) {
    Partner partner =
        partners
            .named(remaining)
            .orElseThrow(() -> new IllegalArgumentException("no partner " + remaining));
    String folder =
        switch (String.valueOf(parameters.remove("place"))) {
          case "answers" -> partner.answersFolder();
          case "reports" -> partner.reportsFolder();
          default -> partner.folder();
        };
    SftpEndpoint endpoint = new SftpEndpoint(uri, this, new PartnerConnection(partner, folder));
    endpoint.setMaximumReconnectAttempts(0); // the next look is the next attempt
    endpoint.setFastExistsCheck(true);
    return endpoint;
  }
}
