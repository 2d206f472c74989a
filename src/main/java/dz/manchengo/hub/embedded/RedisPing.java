package dz.manchengo.hub.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Whether a Redis is there, lets us in and has read its data. */
final class RedisPing {
  private static final int PATIENCE_MS = 1_000;

  private RedisPing() {}

  static boolean answers(int port, String password) {
    try {
      return ask(port, "AUTH " + password, "PING").equals("+OK +PONG");
    } catch (IOException e) {
      return false;
    }
  }

  /** The first line of each answer. */
  static String ask(int port, String... commands) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(LoopbackPort.address(port), PATIENCE_MS);
      socket.setSoTimeout(PATIENCE_MS);
      String request = String.join("\r\n", commands) + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      StringBuilder answers = new StringBuilder();
      for (int i = 0; i < commands.length; i++) {
        answers.append(i == 0 ? "" : " ").append(reader.readLine());
      }
      return answers.toString();
    }
  }
}
