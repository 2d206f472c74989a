package dz.manchengo.hub.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * How one partner's server is reached. Secrets are in no endpoint's address, and so in no log; they
 * are read for each login. The server's key is always checked.
 */
class PartnerConnection extends SftpConfiguration {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 60_000;

  private final Partner partner;

  PartnerConnection(Partner partner, String folder) {
    this.partner = partner;
    setHost(partner.server().host());
    setPort(partner.server().port());
    setUsername(partner.server().username());
    setDirectory(folder.isEmpty() ? "." : folder);
    setDirectoryName(getDirectory());
    if (partner.hasKey()) {
      setPrivateKeyFile(String.valueOf(partner.server().privateKeyFile()));
    }
    setPreferredAuthentications(partner.hasKey() ? "publickey" : "password,keyboard-interactive");
    setKnownHostsFile(partner.knownHosts().toString());
    setStrictHostKeyChecking("yes");
    setFilenameEncoding(partner.server().nameEncoding());
    setConnectTimeout(CONNECT_MILLIS);
    setSoTimeout(SILENCE_MILLIS);
    setStepwise(false);
    setStreamDownload(true);
    setThrowExceptionOnConnectFailed(true);
    setJschLoggingLevel(LoggingLevel.OFF); // what ends a look is told once, by the poll
  }

  @Override
  public @Nullable String getPassword() {
    return partner.hasKey() ? null : read(partner::password);
  }

  @Override
  public @Nullable String getPrivateKeyPassphrase() {
    return read(partner::passphrase);
  }

  private interface Secret {
    Optional<String> read() throws IOException;
  }

  private static @Nullable String read(Secret secret) {
    try {
      return secret.read().orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
