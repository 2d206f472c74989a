package dz.manchengo.hub.scenario;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stands before a mail server: it can be closed, and gives answers of its own. */
final class MailGate {
  private final ServerSocket door;
  private final int server;
  private final UnaryOperator<String> answers;
  private volatile boolean open = true;
  private volatile boolean silent;
  private volatile @Nullable CountDownLatch held;
  private final AtomicInteger holding = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();

  /**
   * @param answers what is said to a line instead of the server; an empty answer lets it through
   */
  MailGate(int server, UnaryOperator<String> answers) {
    this.server = server;
    this.answers = answers;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(this::listen);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Whether whoever comes is let in, or left standing. */
  void open(boolean now) {
    open = now;
  }

  /** Whether whoever comes is let in and told nothing. */
  void silent(boolean now) {
    silent = now;
  }

  /**
   * Whoever comes from now on is held: he gets a sign each second, so that his patience never ends,
   * and nothing that he could use.
   */
  void hold() {
    held = new CountDownLatch(1);
  }

  /** Ends the connections of those who are held. */
  void release() {
    CountDownLatch latch = held;
    held = null;
    if (latch != null) {
      latch.countDown();
    }
  }

  /** Whether somebody is held now. */
  boolean holdsSomebody() {
    return holding.get() > 0;
  }

  private void holdBack(Socket client, CountDownLatch end) throws IOException {
    holding.incrementAndGet();
    try {
      while (!end.await(1, TimeUnit.SECONDS)) {
        client.getOutputStream().write('*');
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      holding.decrementAndGet();
    }
  }

  /** The next conversation in which the server says more bytes than that breaks off; once. */
  void cutAfter(int bytes) {
    cut.set(bytes);
  }

  boolean isCutAhead() {
    return cut.get() > 0;
  }

  private interface Conversation {
    void hold() throws IOException;
  }

  private static void inBackground(Conversation conversation) {
    Thread thread =
        new Thread(
            () -> {
              try {
                conversation.hold();
              } catch (IOException e) {
                // one side has left
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() throws IOException {
    while (true) {
      Socket client = door.accept();
      inBackground(() -> converse(client));
    }
  }

  private void converse(Socket client) throws IOException {
    try (client) {
      CountDownLatch end = held;
      if (end != null) {
        holdBack(client, end);
      } else if (silent) {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      } else if (open) {
        try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
          inBackground(() -> tell(behind, client));
          carry(client, behind.getOutputStream());
        }
      }
    }
  }

  private void tell(Socket server, Socket client) throws IOException {
    byte[] words = new byte[8192];
    int said = 0;
    for (int n = server.getInputStream().read(words);
        n >= 0;
        n = server.getInputStream().read(words)) {
      said += n;
      int limit = cut.get();
      if (limit > 0 && said > limit && cut.compareAndSet(limit, 0)) {
        client.getOutputStream().write(words, 0, n / 2);
        client.close();
        server.close();
        return;
      }
      client.getOutputStream().write(words, 0, n);
    }
  }

  private void carry(Socket client, OutputStream server) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    for (byte[] line = line(in); line.length > 0; line = line(in)) {
      String answer = answers.apply(new String(line, StandardCharsets.ISO_8859_1));
      if (!answer.isEmpty()) {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      } else {
        server.write(line);
      }
    }
  }

  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }
}
