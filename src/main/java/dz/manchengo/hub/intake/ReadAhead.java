package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Interpretation;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.UnreadableFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next documents while the database takes the ones before: reading and writing share the
 * time instead of adding up. None but the next portion waits: what waits has to be kept by a small
 * memory, again and again.
 */
final class ReadAhead implements Closeable {
  /** Rows of a portion: enough for a COPY to pay, few enough for a small memory. */
  private static final int PORTION = 4_000;

  private final BlockingQueue<Step> steps = new SynchronousQueue<>();
  private final Thread thread;

  /** A portion; or the end of the file, with what ended it too early. */
  private record Step(@Nullable List<RawDocument> documents, @Nullable Exception failure) {}

  ReadAhead(Interpretation file) {
    this.thread = new Thread(() -> read(file), Thread.currentThread().getName() + "-reader");
    thread.setDaemon(true);
    thread.start();
  }

  /** The next documents; null when there are no more. */
  @Nullable List<RawDocument> next() throws UnreadableFile, IOException {
    Step step;
    try {
      step = steps.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while reading", e);
    }
    rethrow(step.failure());
    return step.documents();
  }

  private static void rethrow(@Nullable Exception failure) throws UnreadableFile, IOException {
    if (failure instanceof UnreadableFile e) {
      throw e;
    }
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  private void read(Interpretation file) {
    Exception failure = null;
    try {
      file.read(PORTION, documents -> put(new Step(documents, null)));
    } catch (UnreadableFile | IOException | RuntimeException e) {
      failure = e;
    }
    if (!thread.isInterrupted()) {
      put(new Step(null, failure));
    }
  }

  private void put(Step step) {
    try {
      steps.put(step);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody wants more", e);
    }
  }

  /** Stops reading, should there be more; the file can be closed afterwards. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
