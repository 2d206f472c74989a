package dz.manchengo.hub.scenario;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/** The files of a {@link PartnerServer}: it counts who looks, and may refuse to move them. */
final class MoodyFiles implements SftpFileSystemAccessor {
  private static final byte[] LATIN_NAME = {'v', (byte) 0xE9, 'l', 'o', '.', 'c', 's', 'v'};

  private final Queue<String> opened = new ConcurrentLinkedQueue<>();
  private final AtomicInteger listings = new AtomicInteger();
  private volatile boolean movable = true;
  private volatile Consumer<Path> beforeListing = folder -> {};

  void setMovable(boolean movable) {
    this.movable = movable;
  }

  void beforeListing(Consumer<Path> what) {
    beforeListing = what;
  }

  int listings() {
    return listings.get();
  }

  Collection<String> opened() {
    return opened;
  }

  @Override
  public void putRemoteFileName(
      SftpSubsystemProxy subsystem, Path path, Buffer buffer, String name, boolean shortName)
      throws IOException {
    if (shortName && name.equals(PartnerServer.LATIN)) {
      buffer.putBytes(LATIN_NAME);
      return;
    }
    buffer.putString(shortName && name.equals(PartnerServer.CLIMBER) ? "../" + name : name);
  }

  @Override
  public DirectoryStream<Path> openDirectory(
      SftpSubsystemProxy subsystem,
      DirectoryHandle directory,
      Path path,
      String handle,
      LinkOption... options)
      throws IOException {
    beforeListing.accept(path);
    listings.incrementAndGet();
    return SftpFileSystemAccessor.super.openDirectory(subsystem, directory, path, handle, options);
  }

  @Override
  public SeekableByteChannel openFile(
      SftpSubsystemProxy subsystem,
      @Nullable FileHandle fileHandle,
      Path file,
      String handle,
      Set<? extends OpenOption> options,
      FileAttribute<?>... attributes)
      throws IOException {
    opened.add(Objects.requireNonNull(file.getFileName()).toString());
    return SftpFileSystemAccessor.super.openFile(
        subsystem, fileHandle, file, handle, options, attributes);
  }

  @Override
  public void renameFile(
      SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
      throws IOException {
    if (!movable) {
      throw new AccessDeniedException(from.toString());
    }
    SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
  }
}
