package dz.manchengo.hub.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The records of an XLS workbook, written by hand and without a compound file around them. */
final class BiffSamples {
  static final int BIFF5 = 0x500;
  static final int BIFF8 = 0x600;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int version;

  BiffSamples(int version) {
    this.version = version;
    begin(5);
  }

  /** Begins the workbook itself (5) or a worksheet (0x10). */
  BiffSamples begin(int type) {
    return record(0x809, u16(version), u16(type), new byte[4]);
  }

  BiffSamples end() {
    return record(0x0A);
  }

  BiffSamples record(int id, byte[]... parts) {
    byte[] body = join(parts);
    out.writeBytes(u16(id));
    out.writeBytes(u16(body.length));
    out.writeBytes(body);
    return this;
  }

  /** Announces a visible worksheet of that name. */
  BiffSamples sheet(String name) {
    return record(0x85, new byte[6], text8(name));
  }

  /** A cell's row, column and style, as most records begin. */
  static byte[] at(int row, int column) {
    return join(u16(row - 1), u16(column - 1), u16(0));
  }

  /** With one byte for its length. */
  byte[] text8(String text) {
    byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
    byte[] length = {(byte) bytes.length};
    return version == BIFF8 ? join(length, new byte[1], bytes) : join(length, bytes);
  }

  static byte[] wide(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  static byte[] u16(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8)};
  }

  static byte[] real(double value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
