package dz.manchengo.hub.sftp;

import com.jcraft.jsch.ChannelSftp.LsEntry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * One file that lies ready on a partner's server, and the connection by which it is read and moved.
 */
record Offer(
    RemoteArrival arrival,
    Offers offers,
    GenericFileOperations<SftpRemoteFile<LsEntry>> server,
    Exchange exchange) {
  /** The exchange's property that holds it. */
  static final String PROPERTY = "offer";

  /** Copies as many bytes as the listing said, or fails. */
  void copyTo(OutputStream out) throws IOException {
    try (InputStream in = open()) {
      byte[] portion = new byte[1 << 15];
      long left = arrival.size();
      int read = in.read(portion);
      while (read >= 0 && left >= 0) {
        left -= read;
        out.write(portion, 0, read);
        read = in.read(portion);
      }
      if (left != 0) {
        throw new EOFException("size is not " + arrival.size());
      }
    }
  }

  /** Camel would lose the quotes on its way here, so its consumer opens nothing. */
  private InputStream open() {
    server.retrieveFile(quoted(arrival.path()), exchange, arrival.size());
    return exchange.getProperty(FileComponent.FILE_EXCHANGE_FILE, GenericFile.class).getBody()
            instanceof InputStream in
        ? in
        : InputStream.nullInputStream();
  }

  /** Whether the same file still lies there. */
  boolean isUnchanged() {
    String folder = arrival.path().substring(0, Math.max(arrival.path().lastIndexOf('/'), 0));
    String place = arrival.path().startsWith("/") && folder.isEmpty() ? "/" : folder;
    for (SftpRemoteFile<LsEntry> entry : server.listFiles(place)) {
      if (entry.getFilename().equals(arrival.name())) {
        return entry.getFileLength() == arrival.size()
            && entry.getLastModified() == arrival.modified() * 1000;
      }
    }
    return false;
  }

  /**
   * Moves it to a name that nothing has there.
   *
   * @param spare names it beyond doubt if its own name is taken
   */
  void moveTo(String folder, String name, long spare) {
    server.buildDirectory(folder, folder.startsWith("/"));
    String target = folder + "/" + name;
    for (int n = 1; server.existsFile(target); n++) {
      target = folder + "/" + spare + (n == 1 ? "-" : "-" + n + "-") + name;
    }
    if (!server.renameFile(quoted(arrival.path()), target)) {
      throw new GenericFileOperationFailedException("not moved to " + target);
    }
  }

  /** The client takes these signs for patterns: a file called {@code *} would mean any other. */
  static String quoted(String path) {
    return path.replaceAll("[\\\\*?]", "\\\\$0");
  }
}
