package dz.manchengo.hub.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.SftpException;
import dz.manchengo.hub.intake.FileName;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * What keeps a partner's files from coming, in one sentence for the people who run the hub. Servers
 * and libraries speak English and may say anything: their words are for the log.
 */
@Component
class Reasons {
  private final Texts texts;

  Reasons(@Value("${hub.language}") Locale language) {
    this.texts = new Texts(language);
  }

  /** Why nobody got in. */
  String locked(Partner partner, Throwable failure) {
    String place = partner.server().toString();
    if (found(failure, JSchHostKeyException.class) != null) {
      return hostKey(partner, failure);
    }
    if (found(failure, UnknownHostException.class) != null) {
      return texts.get("sftp.door.unknown-host", place);
    }
    if (found(failure, UncheckedIOException.class) != null) {
      return texts.get("sftp.door.secret", place);
    }
    Optional<String> key =
        found(failure, SocketException.class) != null ? Optional.empty() : key(partner);
    if (key.isPresent()) {
      return key.get();
    }
    SftpException answer = found(failure, SftpException.class);
    if (answer != null) {
      return folder(partner, answer);
    }
    JSchException connection = found(failure, JSchException.class);
    String words = connection == null ? "" : String.valueOf(connection.getMessage());
    if (words.startsWith("Auth ") || words.startsWith("USERAUTH")) {
      return texts.get("sftp.door.login", place);
    }
    return texts.get(connection == null ? "sftp.door.failure" : "sftp.door.unreachable", place);
  }

  /** What is wrong with the private key: the library says it in many ways, and late. */
  private Optional<String> key(Partner partner) {
    Path file = partner.server().privateKeyFile();
    if (file == null) {
      return Optional.empty();
    }
    String place = partner.server().toString();
    try {
      KeyPair key = KeyPair.load(new JSch(), Files.readAllBytes(file), null);
      String passphrase = partner.passphrase().orElse("");
      boolean open = !key.isEncrypted() || key.decrypt(passphrase.getBytes(StandardCharsets.UTF_8));
      key.dispose();
      return open ? Optional.empty() : Optional.of(texts.get("sftp.door.passphrase", place, file));
    } catch (IOException | JSchException e) {
      return Optional.of(texts.get("sftp.door.key", place, file));
    }
  }

  private String hostKey(Partner partner, Throwable failure) {
    String place = partner.server().toString();
    String file = partner.knownHosts().toString();
    if (!Files.isReadable(partner.knownHosts())) {
      return texts.get("sftp.door.known-hosts", place, file);
    }
    return found(failure, JSchChangedHostKeyException.class) != null
        ? texts.get("sftp.door.host-key-changed", place, file)
        : texts.get("sftp.door.host-key-unknown", place, file);
  }

  private String folder(Partner partner, SftpException answer) {
    boolean closed =
        answer.id == ChannelSftp.SSH_FX_NO_SUCH_FILE
            || answer.id == ChannelSftp.SSH_FX_PERMISSION_DENIED;
    String place = partner.server().toString();
    return closed ? missing(partner, "") : texts.get("sftp.door.unreachable", place);
  }

  String missing(Partner partner, String folder) {
    String path = partner.below(folder);
    return texts.get("sftp.door.folder", partner.server().toString(), path.isEmpty() ? "." : path);
  }

  /** Whether a connection broke that had been made: servers end those that are idle. */
  static boolean isBroken(Throwable failure) {
    SftpException answer = found(failure, SftpException.class);
    return answer != null && answer.id == ChannelSftp.SSH_FX_FAILURE;
  }

  String unread(RemoteArrival arrival) {
    return texts.get("sftp.door.unread", shown(arrival));
  }

  String unmoved(RemoteArrival arrival) {
    return texts.get("sftp.door.unmoved", shown(arrival));
  }

  String unanswered(Partner partner) {
    return texts.get("sftp.door.unanswered", partner.server().toString(), partner.answersFolder());
  }

  /** The same of one answer, with the server's words behind ours. */
  String unanswered(Partner partner, Throwable failure) {
    return texts.get("sftp.door.said", unanswered(partner), said(failure));
  }

  /** That workbooks cannot be brought to that partner's folder of reports. */
  String unbrought(Partner partner) {
    return texts.get("sftp.door.unbrought", partner.server().toString(), partner.reportsFolder());
  }

  /** The same of one workbook, with the server's words behind ours. */
  String unbrought(Partner partner, Throwable failure) {
    return texts.get("sftp.door.said", unbrought(partner), said(failure));
  }

  /** That a job names a server that takes no reports. */
  String noReports(String name) {
    return texts.get("sftp.no-reports", name);
  }

  private static String shown(RemoteArrival arrival) {
    return FileName.safe(arrival.name());
  }

  /** The innermost words, on one line: the server's own may be anything. */
  static String said(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    String kind = cause instanceof IOException ? cause.getClass().getSimpleName() + " " : "";
    String words = kind + cause.getMessage();
    return FileName.shortened(words.replaceAll("\\p{Cntrl}+", " "), 300);
  }

  private static <T extends Throwable> @Nullable T found(Throwable failure, Class<T> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
