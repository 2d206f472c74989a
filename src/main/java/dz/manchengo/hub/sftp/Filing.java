package dz.manchengo.hub.sftp;

import com.jcraft.jsch.ChannelSftp.LsEntry;
import dz.manchengo.hub.intake.DoorLease;
import dz.manchengo.hub.intake.FileName;
import dz.manchengo.hub.intake.Inbox;
import dz.manchengo.hub.intake.Inbox.Receipt;
import dz.manchengo.hub.platform.Failpoint;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * What is done to a partner's file besides reading it: moved once its bytes are safe with us, never
 * deleted, never onto another one. Camel's own strategies delete the target first.
 */
class Filing implements GenericFileProcessStrategy<SftpRemoteFile<LsEntry>> {
  /** While it is one of these, nobody knows yet whether it is refused. */
  private static final Set<String> OPEN = Set.of("RECEIVED", "POSTING", "FAILED");

  /** File systems bear 255 bytes; a number may come before it. */
  private static final int LONGEST_NAME = 230;

  private final Partner partner;
  private final Offers offers;
  private final Inbox inbox;
  private final PartnerFiles files;
  private final Reasons reasons;
  private final DoorLease lease;

  Filing(
      Partner partner,
      Offers offers,
      Inbox inbox,
      PartnerFiles files,
      Reasons reasons,
      DoorLease lease) {
    this.partner = partner;
    this.offers = offers;
    this.inbox = inbox;
    this.files = files;
    this.reasons = reasons;
    this.lease = lease;
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<SftpRemoteFile<LsEntry>> server,
      GenericFileEndpoint<SftpRemoteFile<LsEntry>> endpoint) {}

  /** False for a file of which nothing has to be read; then it is as far as it can be. */
  @Override
  public boolean begin(
      GenericFileOperations<SftpRemoteFile<LsEntry>> server,
      GenericFileEndpoint<SftpRemoteFile<LsEntry>> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile<LsEntry>> file) {
    RemoteArrival arrival = offers.arrival(file).orElseThrow();
    Offer offer = new Offer(arrival, offers, server, exchange);
    exchange.setProperty(Offer.PROPERTY, offer);
    try {
      if (!lease.take(partner.place())) {
        return false; // it took so long that another hub goes on
      }
      if (inbox.knows(arrival.delivery()) || files.refuses(arrival)) {
        file(offer);
        return false;
      }
      return true;
    } catch (RuntimeException e) {
      files.postpone(offer, reasons.unmoved(arrival), e);
      return false;
    }
  }

  @Override
  public void commit(
      GenericFileOperations<SftpRemoteFile<LsEntry>> server,
      GenericFileEndpoint<SftpRemoteFile<LsEntry>> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile<LsEntry>> file) {
    Offer offer = exchange.getProperty(Offer.PROPERTY, Offer.class);
    try {
      file(offer);
    } catch (RuntimeException e) {
      files.postpone(offer, reasons.unmoved(offer.arrival()), e);
    }
  }

  private void file(Offer offer) {
    RemoteArrival arrival = offer.arrival();
    inbox
        .receipt(arrival.delivery())
        .filter(receipt -> !isAwaited(receipt))
        .ifPresent(receipt -> file(offer, receipt));
  }

  /** Only where refused files go elsewhere is the result waited for. */
  private boolean isAwaited(Receipt receipt) {
    return !partner.refusedFolder().isEmpty() && OPEN.contains(receipt.status());
  }

  private void file(Offer offer, Receipt receipt) {
    RemoteArrival arrival = offer.arrival();
    String folder = folder(arrival, receipt);
    if (folder.isEmpty()) {
      offers.leave(arrival);
    } else if (offer.isUnchanged()) {
      String name = FileName.shortened(FileName.safe(arrival.name()), LONGEST_NAME);
      offer.moveTo(folder, name, receipt.submissionId());
      Failpoint.REMOTE_MOVED.reach();
    }
    offers.succeeded(arrival);
  }

  /**
   * Links and names that mean no file to the server stay, what was never read too unless there is a
   * folder for refused files.
   */
  private String folder(RemoteArrival arrival, Receipt receipt) {
    if (arrival.kind() != RemoteArrival.Kind.FILE || !arrival.hasReadableName()) {
      return "";
    }
    if (!receipt.status().equals("REJECTED")) {
      return partner.doneFolder();
    }
    boolean apart = !partner.refusedFolder().isEmpty();
    return apart || !receipt.held() ? partner.refusedFolder() : partner.doneFolder();
  }

  @Override
  public void abort(
      GenericFileOperations<SftpRemoteFile<LsEntry>> server,
      GenericFileEndpoint<SftpRemoteFile<LsEntry>> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile<LsEntry>> file) {}

  /** It stays and is looked at again. */
  @Override
  public void rollback(
      GenericFileOperations<SftpRemoteFile<LsEntry>> server,
      GenericFileEndpoint<SftpRemoteFile<LsEntry>> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile<LsEntry>> file) {}
}
