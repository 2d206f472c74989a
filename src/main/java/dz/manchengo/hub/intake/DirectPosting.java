package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Tenancy;
import dz.manchengo.hub.tracing.Traces;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Posts documents while their senders wait. What arrives while a commit is under way shares the
 * next one: a sync of the disk for many documents, each with its own verdict, and no answer before
 * its commit is durable.
 */
@Component
public class DirectPosting implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DirectPosting.class);
  private static final int TRIES = 5;

  private final DirectCommit commit;
  private final Traces traces;
  private final int most;
  private final int workers;
  private final Duration patience;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean running;

  DirectPosting(
      DirectCommit commit,
      Traces traces,
      @Value("${hub.api.posting.together}") int most,
      @Value("${hub.api.posting.workers}") int workers,
      @Value("${hub.api.posting.patience}") Duration patience) {
    this.commit = commit;
    this.traces = traces;
    this.most = most;
    this.workers = workers;
    this.patience = patience;
  }

  private record Waiting(DirectRequest request, CompletableFuture<DirectOutcome> outcome) {
    /** Two documents of one number are posted one after the other; empty for one without. */
    String number() {
      RawDocument first = request.items().get(0).get(0);
      String number = first.number();
      return number == null ? "" : DocumentNumber.norm(number);
    }
  }

  /** The commit takes too long, or cannot be made: the sender may try again. */
  public static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Posts the request and waits until that is durable.
   *
   * @throws Unavailable when it was not, or nobody knows: its key tells when it is sent again
   * @throws IllegalStateException when it cannot be; the cause says why
   */
  public DirectOutcome post(DirectRequest request) throws Unavailable {
    return traces.ask(
        "intake-post-direct",
        () -> {
          DirectOutcome outcome = posted(request);
          if (outcome instanceof DirectOutcome.Posted posted) {
            traces.mark("submission", posted.answer().submission());
          }
          return outcome;
        });
  }

  private DirectOutcome posted(DirectRequest request) throws Unavailable {
    Waiting waiting = new Waiting(request, new CompletableFuture<>());
    synchronized (queue) {
      queue.add(waiting);
      queue.notify();
    }
    try {
      return waiting.outcome().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unavailable later) {
        throw later;
      }
      throw new IllegalStateException("it could not be posted", e.getCause());
    } catch (TimeoutException e) {
      synchronized (queue) {
        queue.remove(waiting);
      }
      throw new Unavailable("it was not posted in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("the hub is stopping", e);
    }
  }

  /** What posting it would do; nothing is written. */
  public DirectOutcome judge(DirectRequest request) {
    try {
      DirectAnswer answer = commit.judge(request);
      return new DirectOutcome.Posted(answer, request.reply().apply(answer));
    } catch (DirectJudging.Taken e) {
      return new DirectOutcome.Taken();
    }
  }

  @Override
  public void start() {
    synchronized (queue) {
      running = true;
    }
    for (int i = 0; i < workers; i++) {
      Thread thread = new Thread(this::work, "direct-posting-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  /** What waits is still posted: the web server has stopped taking requests by now. */
  @Override
  public void stop() {
    synchronized (queue) {
      running = false;
      queue.notifyAll();
    }
    for (Thread thread : threads) {
      try {
        thread.join(patience.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    synchronized (queue) {
      return running;
    }
  }

  /** Started before the web server and stopped after it. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void work() {
    for (List<Waiting> group = next(); !group.isEmpty(); group = next()) {
      List<Waiting> together = group;
      // its statements are seen in the trace of the oldest
      traces.step("intake-commit", group.get(0).request(), () -> post(together));
    }
  }

  /** The oldest and those that may go with it; empty when the hub stops. */
  private List<Waiting> next() {
    synchronized (queue) {
      while (queue.isEmpty()) {
        if (!running) {
          return List.of();
        }
        try {
          queue.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return List.of();
        }
      }
      return taken();
    }
  }

  private List<Waiting> taken() {
    Waiting first = queue.remove();
    List<Waiting> group = new ArrayList<>(List.of(first));
    if (!first.request().isShareable()) {
      return group;
    }
    Set<String> numbers = new HashSet<>(Set.of(first.number()));
    for (Iterator<Waiting> rest = queue.iterator(); rest.hasNext() && group.size() < most; ) {
      Waiting next = rest.next();
      if (next.request().isShareable()
          && next.request().isLike(first.request())
          && numbers.add(next.number())) {
        group.add(next);
        rest.remove();
      }
    }
    return group;
  }

  private void post(List<Waiting> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      IdentityHashMap<DirectRequest, DirectOutcome> outcomes =
          commit.post(group.stream().map(Waiting::request).toList(), false);
      group.forEach(waiting -> waiting.outcome().complete(outcomes.get(waiting.request())));
    } catch (DirectJudging.Apart e) {
      group.stream().filter(w -> e.requests().contains(w.request())).forEach(this::alone);
      post(group.stream().filter(w -> !e.requests().contains(w.request())).toList());
    } catch (RuntimeException | Error e) { // the senders wait: they must hear of everything
      if (group.size() == 1
          && !(e instanceof ConcurrencyFailureException)
          && !(e instanceof DuplicateKeyException)
          && !(e instanceof DirectJudging.Taken)) {
        log.error("a request could not be posted", e);
        group.get(0).outcome().completeExceptionally(e);
      } else {
        group.forEach(this::alone);
      }
    }
  }

  /** Another posting may bring the same document at the same moment: the next look sees it. */
  private void alone(Waiting waiting) {
    boolean met = false;
    for (int tries = 1; ; tries++) {
      try {
        DirectRequest request = waiting.request();
        waiting.outcome().complete(commit.post(List.of(request), met).get(request));
        return;
      } catch (DirectJudging.Taken e) {
        waiting.outcome().complete(new DirectOutcome.Taken());
        return;
      } catch (ConcurrencyFailureException | DuplicateKeyException e) {
        met |= e instanceof DuplicateKeyException;
        if (tries == TRIES && met && !waiting.request().tenant().equals(Tenancy.HOUSE)) {
          waiting.outcome().complete(new DirectOutcome.Taken());
          return;
        }
        if (tries == TRIES) {
          log.error("a request met others again and again", e);
          waiting
              .outcome()
              .completeExceptionally(new Unavailable("it met others again and again", e));
          return;
        }
      } catch (RuntimeException | Error e) {
        log.error("a request could not be posted", e);
        waiting.outcome().completeExceptionally(e);
        return;
      }
    }
  }
}
