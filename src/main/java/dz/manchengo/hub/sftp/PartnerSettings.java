package dz.manchengo.hub.sftp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.sftp.<name>.…}, as {@code config/application.yaml} explains it.
 *
 * @param sftp partners by name
 */
@ConfigurationProperties("hub")
record PartnerSettings(@DefaultValue Map<String, Server> sftp) {

  /**
   * One partner's server.
   *
   * @param into drop folder for the files of {@code folder} itself; null when only those of {@code
   *     folders} are taken
   * @param folders folders below {@code folder}, each with its drop folder
   * @param settle how long a file must not have changed, by the hub's own clock; writers pause
   * @param take whether files are taken from it at all; one that only gets reports is not looked at
   * @param doneFolder null is {@code done} below {@code folder}; empty leaves files where they are
   */
  record Server(
      String host,
      @DefaultValue("22") int port,
      String username,
      @Nullable String password,
      @Nullable Path passwordFile,
      @Nullable Path privateKeyFile,
      @Nullable String passphrase,
      @Nullable Path passphraseFile,
      @Nullable Path knownHostsFile,
      @DefaultValue(".") String folder,
      @Nullable String into,
      @DefaultValue Map<String, String> folders,
      @Nullable String doneFolder,
      @DefaultValue("") String refusedFolder,
      @DefaultValue("") String answersFolder,
      @DefaultValue("") String reportsFolder,
      @DefaultValue("true") boolean take,
      @DefaultValue("30s") Duration poll,
      @DefaultValue("30s") Duration settle,
      @DefaultValue("UTF-8") String nameEncoding) {

    /** Without the secrets. */
    @Override
    public String toString() {
      return username + "@" + host + ":" + port;
    }
  }
}
