package dz.manchengo.hub.mailbox;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.springframework.stereotype.Component;

/**
 * Lets no header of a mail become a header of Camel's, nor the other way round. A stranger's {@code
 * moveTo}, {@code delete}, {@code CamelFileName} or {@code mail.smtp.host} would steer the hub; the
 * hub reads mails itself, so there is nothing to let through.
 */
@Component("noMailHeaders")
class NoHeaders implements HeaderFilterStrategy {
  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return true;
  }

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return true;
  }
}
