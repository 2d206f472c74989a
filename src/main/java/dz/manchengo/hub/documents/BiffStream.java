package dz.manchengo.hub.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * The records of an XLS workbook (BIFF5, BIFF8), one after the other, of which one at a time is in
 * memory. Reading behind the end of a record goes on in the records that continue it; where there
 * are none the workbook is damaged.
 */
final class BiffStream {
  private static final int CONTINUE = 0x3C;
  private static final int HEAD = 4;

  private final InputStream in;
  private final byte[] bytes = new byte[1 << 16];
  private int length;
  private int at;
  private int id;
  private int nextId = -1;
  private int nextLength;
  private long offset;
  private long nextOffset;

  BiffStream(InputStream in) throws IOException {
    this.in = in;
    readHead();
  }

  /** Goes to the next record; false at the end of the workbook. */
  boolean next() throws UnreadableFile, IOException {
    if (nextId < 0) {
      return false;
    }
    id = nextId;
    offset = nextOffset;
    load();
    return true;
  }

  /** What kind of record it is. */
  int id() {
    return id;
  }

  /** Where in the workbook the record begins. */
  long offset() {
    return offset;
  }

  int left() {
    return length - at;
  }

  int u8() throws UnreadableFile, IOException {
    need(1);
    return bytes[at++] & 0xFF;
  }

  int u16() throws UnreadableFile, IOException {
    need(2);
    at += 2;
    return (bytes[at - 2] & 0xFF) | (bytes[at - 1] & 0xFF) << 8;
  }

  int i32() throws UnreadableFile, IOException {
    return u16() | u16() << 16;
  }

  long u32() throws UnreadableFile, IOException {
    return i32() & 0xFFFFFFFFL;
  }

  long i64() throws UnreadableFile, IOException {
    return u32() | u32() << 32;
  }

  void skip(long count) throws UnreadableFile, IOException {
    for (long left = count; left > 0; ) {
      need(1);
      int step = (int) Math.min(left, left());
      at += step;
      left -= step;
    }
  }

  /** Text of one byte a character in that code page (BIFF5). */
  String text(int characters, Charset charset) throws UnreadableFile, IOException {
    byte[] text = new byte[characters];
    for (int i = 0; i < characters; i++) {
      text[i] = (byte) u8();
    }
    return new String(text, charset);
  }

  /**
   * Text of one or two bytes a character (BIFF8); each record that continues it says anew which.
   */
  String text(int characters, boolean wide) throws UnreadableFile, IOException {
    char[] text = new char[characters];
    boolean two = wide;
    for (int i = 0; i < characters; i++) {
      if (left() == 0) {
        goOn();
        two = (u8() & 1) != 0;
      }
      text[i] = (char) (two ? u16() : u8());
    }
    return new String(text);
  }

  private void need(int count) throws UnreadableFile, IOException {
    if (left() == 0) {
      goOn();
    }
    if (left() < count) {
      throw Refusal.damagedWorkbook();
    }
  }

  private void goOn() throws UnreadableFile, IOException {
    if (nextId != CONTINUE || nextLength == 0) {
      throw Refusal.damagedWorkbook();
    }
    load();
  }

  private void load() throws UnreadableFile, IOException {
    length = nextLength;
    at = 0;
    if (in.readNBytes(bytes, 0, length) < length) {
      throw Refusal.damagedWorkbook();
    }
    nextOffset += HEAD + length;
    readHead();
  }

  /** What is left over behind the last record is no record (Excel bears it). */
  private void readHead() throws IOException {
    byte[] head = new byte[HEAD];
    try {
      boolean whole = in.readNBytes(head, 0, HEAD) == HEAD;
      nextId = whole ? (head[0] & 0xFF) | (head[1] & 0xFF) << 8 : -1;
      nextLength = (head[2] & 0xFF) | (head[3] & 0xFF) << 8;
    } catch (EOFException e) {
      nextId = -1;
    }
  }
}
