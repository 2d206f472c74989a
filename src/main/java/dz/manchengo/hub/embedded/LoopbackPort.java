package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which port a server gets on 127.0.0.1. */
final class LoopbackPort {
  static final String HOST = "127.0.0.1";

  private static final Logger log = LoggerFactory.getLogger(LoopbackPort.class);
  private static final byte[] ADDRESS = {127, 0, 0, 1};

  private LoopbackPort() {}

  /** The wanted port, or a free one if it is taken; 0 asks for a free one at once. */
  static int choose(String server, int wanted) throws IOException {
    try {
      return bindable(wanted);
    } catch (BindException e) {
      int free = bindable(0);
      log.warn("Port {} is taken: {} listens on {}:{} this time", wanted, server, HOST, free);
      return free;
    }
  }

  private static int bindable(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address(port));
      return socket.getLocalPort();
    }
  }

  static InetSocketAddress address(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port);
  }
}
