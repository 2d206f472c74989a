package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** What one look at all bytes of a text shows: how often each occurs, whether they are UTF-8. */
final class ByteProfile {
  private static final int CHUNK = 1 << 16;

  /** « é » in DOS, a low quotation mark in windows-1252, which French does not have. */
  private static final int ACUTE = 0x82;

  /** « è » in DOS, « Š » in windows-1252, which stands behind no small letter. */
  private static final byte GRAVE = (byte) 0x8A;

  /** « ° » in DOS. */
  private static final int DEGREE = 0xF8;

  private final long[] counts = new long[256];
  private boolean utf8;
  private boolean graveInWord;

  private ByteProfile() {}

  static ByteProfile of(Path file) throws IOException {
    ByteProfile profile = new ByteProfile();
    profile.read(file);
    return profile;
  }

  private void read(Path file) throws IOException {
    Utf8 decoding = new Utf8();
    byte[] buffer = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read != -1; read = in.read(buffer)) {
        int all = 0;
        for (int i = 0; i < read; i++) {
          counts[buffer[i] & 0xFF]++;
          all |= buffer[i];
          graveInWord |= buffer[i] == GRAVE && i > 0 && Character.isLowerCase(buffer[i - 1]);
        }
        decoding.add(buffer, read, all >= 0);
      }
    }
    utf8 = decoding.end();
  }

  boolean utf8() {
    return utf8;
  }

  /** No text has them, and no table of the database takes them. */
  boolean hasNul() {
    return counts[0] > 0;
  }

  /** Whether every byte stands for a character of a code page that has one byte for each. */
  boolean isOf(Charset codePage) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && character(codePage, i) == '\uFFFD') {
        return false;
      }
    }
    return true;
  }

  /** More than a fifth of the letters. French accents are the same in both code pages. */
  boolean isMostlyArabic(Charset codePage) {
    long letters = 0;
    long arabic = 0;
    for (int i = 0; i < counts.length; i++) {
      char c = character(codePage, i);
      letters += Character.isLetter(c) ? counts[i] : 0;
      arabic += Character.isLetter(c) && c >= 0x0600 && c <= 0x06FF ? counts[i] : 0;
    }
    return arabic * 5 > letters;
  }

  /** French as programs of DOS write it: nothing else of it is a letter of windows-1252. */
  boolean isOfDos() {
    return (counts[ACUTE] > 0 || graveInWord)
        && IntStream.rangeClosed(0xC0, 0xFF).allMatch(i -> counts[i] == 0 || i == DEGREE);
  }

  private static char character(Charset codePage, int value) {
    return new String(new byte[] {(byte) value}, codePage).charAt(0);
  }

  /** Decodes chunk by chunk until something is wrong. */
  private static final class Utf8 {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK + 8);
    private final CharBuffer characters = CharBuffer.allocate(CHUNK + 8);
    private boolean sound = true;

    private void add(byte[] chunk, int length, boolean ascii) {
      if (sound && !(ascii && bytes.position() == 0)) {
        bytes.put(chunk, 0, length).flip();
        decode(false);
        bytes.compact();
      }
    }

    private void decode(boolean last) {
      characters.clear();
      CoderResult result = decoder.decode(bytes, characters, last);
      sound = sound && !result.isError();
    }

    private boolean end() {
      bytes.flip();
      decode(true);
      return sound;
    }
  }
}
