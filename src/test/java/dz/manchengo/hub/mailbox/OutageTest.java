package dz.manchengo.hub.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whose fault a failure is. */
class OutageTest {
  @Test
  void whatTheHubStandsOnIsNoFaultOfAMail() {
    assertThat(Outage.is(new DataAccessResourceFailureException("gone"))).isTrue();
    assertThat(Outage.is(new QueryTimeoutException("slow"))).isTrue();
    assertThat(Outage.is(new CannotCreateTransactionException("no connection"))).isTrue();
    assertThat(Outage.is(new UncheckedIOException(new IOException("disk full")))).isTrue();
  }

  @Test
  void everythingElseIsTheMails() {
    assertThat(Outage.is(new DataIntegrityViolationException("a word it does not take"))).isFalse();
    assertThat(Outage.is(new EmptyResultDataAccessException(1))).isFalse();
    assertThat(Outage.is(new IllegalStateException("nobody foresaw it"))).isFalse();
  }
}
