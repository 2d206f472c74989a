package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.intake.Bytes;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.util.unit.DataSize;

/** A mail's bytes from the server. Tells its failure from ours: a full disk is not the mail's. */
record MailBytes(Message message, DataSize limit) implements Bytes {

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try {
      message.writeTo(new Bounded(out, limit.toBytes()));
    } catch (OurFailure e) {
      throw e.getCause();
    } catch (TooLarge e) {
      throw e;
    } catch (MessagingException | IOException | RuntimeException e) {
      throw new NotGiven(e);
    }
  }

  /** The server could not give it. */
  static final class NotGiven extends IOException {
    private static final long serialVersionUID = 1L;

    private NotGiven(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** It is longer than the server said, and than we take. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
    private final long size;

    private TooLarge(long size) {
      super("more than the limit");
      this.size = size;
    }

    long size() {
      return size;
    }
  }

  private static final class OurFailure extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private OurFailure(IOException cause) {
      super(cause);
    }
  }

  private static final class Bounded extends FilterOutputStream {
    private final long limit;
    private long written;

    private Bounded(OutputStream out, long limit) {
      super(out);
      this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      written += length;
      if (written > limit) {
        throw new TooLarge(written);
      }
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw new OurFailure(e);
      }
    }
  }
}
