package dz.manchengo.hub.mailbox;

import jakarta.mail.Message;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.component.mail.MailBinding;
import org.apache.camel.component.mail.MailMessage;
import org.springframework.stereotype.Component;

/**
 * Takes nothing of a mail into Camel. Without it Camel reads the headers as soon as anybody asks
 * for one of its own, and a mail that the server cannot take apart fails there for ever.
 */
@Component("noMailBinding")
class NoBinding extends MailBinding {
  @Override
  protected Map<String, Object> extractHeadersFromMail(Message mail, Exchange exchange) {
    return new HashMap<>();
  }

  @Override
  public Object extractBodyFromMail(Exchange exchange, MailMessage mail) {
    return "";
  }

  @Override
  public void extractAttachmentsFromMail(Message mail, Map<String, Attachment> attachments) {}
}
