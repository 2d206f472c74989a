package dz.manchengo.hub.sftp;

import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.SftpATTRS;
import dz.manchengo.hub.intake.PassedOver;
import dz.manchengo.hub.intake.Stillness;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * What a partner's server offers: files of the wanted folders that have settled. A listing is one
 * look, so nothing waits for a file that is still growing. One thread polls one partner.
 */
class Offers implements GenericFileFilter<SftpRemoteFile<LsEntry>> {
  private final Partner partner;
  private final Stillness<String, RemoteArrival> stillness;
  private final Set<String> missing = new TreeSet<>();
  private final Map<String, String> troubles = new TreeMap<>();
  private boolean failures;
  private Set<RemoteArrival> left = new HashSet<>();
  private Set<RemoteArrival> stillLeft = new HashSet<>();

  Offers(Partner partner, Duration settle) {
    this.partner = partner;
    this.stillness = new Stillness<>(settle);
  }

  void begin() {
    stillness.begin();
    failures = false;
    stillLeft = new HashSet<>();
    missing.addAll(partner.folders().keySet());
    missing.remove("");
  }

  @Override
  public boolean accept(GenericFile<SftpRemoteFile<LsEntry>> file) {
    SftpRemoteFile<LsEntry> entry = file.getFile();
    if (entry.getFilename().contains("/") || PassedOver.isMeantBy(entry.getFilename())) {
      return false;
    }
    return entry.isDirectory() ? leadsOn(file.getRelativeFilePath()) : isReady(arrival(file));
  }

  private boolean leadsOn(String path) {
    missing.remove(path);
    return partner.folders().keySet().stream()
        .anyMatch(folder -> folder.equals(path) || folder.startsWith(path + "/"));
  }

  private boolean isReady(Optional<RemoteArrival> arrival) {
    if (arrival.isEmpty()) {
      return false;
    }
    RemoteArrival seen = arrival.get();
    boolean settled = stillness.settled(seen.path(), seen).isPresent();
    if (left.contains(seen)) {
      stillLeft.add(seen);
      return false;
    }
    return settled;
  }

  /** A round is over; what it did not see is forgotten. */
  void end() {
    stillness.end();
    left = stillLeft;
    troubles.keySet().removeIf(path -> !stillness.remembers(path));
  }

  /** What Camel found, in our words; empty where nothing is taken from. */
  Optional<RemoteArrival> arrival(GenericFile<SftpRemoteFile<LsEntry>> file) {
    String name = file.getFile().getFilename(); // Camel's own path takes \\ for /
    String path = file.getRelativeFilePath();
    String folder = path.substring(0, Math.max(path.length() - name.length() - 1, 0));
    String into = partner.folders().get(folder);
    SftpATTRS attributes = file.getFile().getRemoteFile().getAttrs();
    return Optional.ofNullable(into)
        .map(
            drop ->
                new RemoteArrival(
                    partner.name(),
                    partner.below(folder.isEmpty() ? name : folder + "/" + name),
                    drop,
                    kind(attributes),
                    attributes.getSize(),
                    file.getFile().getLastModified() / 1000));
  }

  /** A server that says nothing of it means a file. */
  private static RemoteArrival.Kind kind(SftpATTRS attributes) {
    boolean said = (attributes.getFlags() & SftpATTRS.SSH_FILEXFER_ATTR_PERMISSIONS) != 0;
    if (!said || attributes.isReg()) {
      return RemoteArrival.Kind.FILE;
    }
    return attributes.isLink() ? RemoteArrival.Kind.LINK : RemoteArrival.Kind.OTHER;
  }

  /** It is done with and stays where it is: known, and looked at no more. */
  void leave(RemoteArrival arrival) {
    stillLeft.add(arrival);
    left.add(arrival);
  }

  /** It could not be taken or moved, for a reason in a sentence; true if that is new. */
  boolean rest(RemoteArrival arrival, String reason) {
    stillness.rest(arrival.path());
    failures = true;
    return !reason.equals(troubles.put(arrival.path(), reason));
  }

  void succeeded(RemoteArrival arrival) {
    troubles.remove(arrival.path());
  }

  /** Whether something failed since the round began. */
  boolean hadFailures() {
    return failures;
  }

  /** One of the reasons why files lie there unread or unmoved. */
  Optional<String> trouble() {
    return troubles.values().stream().findFirst();
  }

  /** A folder that should be there and is not. */
  Optional<String> missing() {
    return missing.stream().findFirst();
  }
}
