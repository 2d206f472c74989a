package dz.manchengo.hub.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;

/**
 * Stands before an XML parser, which keeps a tag, comment, CDATA section or processing instruction
 * whole in memory: none may be longer than a megabyte. Text between tags comes in pieces and may be
 * longer (a PDF inside an electronic invoice).
 */
final class MarkupGuard extends FilterInputStream {
  private static final int LONGEST = 1 << 20;
  private static final int COMMENT = ('<' << 24) | ('!' << 16) | ('-' << 8) | '-';
  private static final int COMMENT_END = ('-' << 16) | ('-' << 8) | '>';
  private static final int CDATA = ('<' << 24) | ('!' << 16) | ('[' << 8) | 'C';
  private static final int CDATA_END = (']' << 16) | (']' << 8) | '>';
  private static final int INSTRUCTION = ('<' << 8) | '?';
  private static final int INSTRUCTION_END = ('?' << 8) | '>';

  private int recent;
  private int run;
  private int end;
  private boolean inTag;
  private int quote;

  MarkupGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read != -1) {
      pass(read);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++) {
      pass(buffer[i] & 0xFF);
    }
    return read;
  }

  private void pass(int b) throws StreamCorruptedException {
    recent = (recent << 8) | b;
    if (end != 0) {
      inTag = !ends();
      end = inTag ? end : 0;
    } else if (recent == COMMENT) {
      end = COMMENT_END;
    } else if (recent == CDATA) {
      end = CDATA_END;
    } else if ((recent & 0xFFFF) == INSTRUCTION) {
      end = INSTRUCTION_END;
    } else if (inTag) {
      passInTag(b);
    } else if (b == '<') {
      inTag = true;
      quote = 0;
      run = 0;
    }
    if (inTag && ++run > LONGEST) {
      throw new StreamCorruptedException();
    }
  }

  /** A {@code >} between quotes ends no tag. */
  private void passInTag(int b) {
    if (quote != 0) {
      quote = b == quote ? 0 : quote;
    } else if (b == '"' || b == '\'') {
      quote = b;
    } else {
      inTag = b != '>';
    }
  }

  private boolean ends() {
    return (recent & (end == INSTRUCTION_END ? 0xFFFF : 0xFFFFFF)) == end;
  }
}
