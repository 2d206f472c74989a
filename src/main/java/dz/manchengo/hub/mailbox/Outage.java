package dz.manchengo.hub.mailbox;

import java.io.UncheckedIOException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.transaction.TransactionException;

/** Failures of what the hub stands on: they pass, and no mail is to blame for them. */
final class Outage {
  private Outage() {}

  /** Whether it is one; a database that takes everything but this mail's words has none. */
  static boolean is(RuntimeException failure) {
    return failure instanceof TransactionException
        || failure instanceof UncheckedIOException
        || (failure instanceof DataAccessException
            && !(failure instanceof DataIntegrityViolationException)
            && !(failure instanceof DataRetrievalFailureException));
  }
}
