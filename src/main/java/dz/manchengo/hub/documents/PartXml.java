package dz.manchengo.hub.documents;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.io.UnsupportedEncodingException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads one XML part of a workbook, or an XML document, as a stream: without DTDs and so without
 * entities, and nothing is fetched. A part without end, depth or repetition in its names is none;
 * it is refused before the parser's memory fills.
 */
abstract class PartXml extends DefaultHandler {
  private static final int DEEPEST = 256;
  private static final int NAMES = 4096;

  private final StringBuilder text = new StringBuilder();
  private final Set<String> names = new HashSet<>();
  private int depth;
  private @Nullable Locator locator;

  /** An element opens; names of another vocabulary than the part's come as an empty string. */
  abstract void open(String element, Attributes attributes) throws UnreadableFile, IOException;

  /** An element opens, for readers that tell several vocabularies apart. */
  void open(String namespace, String name, Attributes attributes)
      throws UnreadableFile, IOException {
    open(isOwn(namespace) ? name : "", attributes);
  }

  /** An element closes. */
  void close(String element) throws UnreadableFile, IOException {}

  /** Whether the text that comes now is wanted. */
  boolean isText() {
    return false;
  }

  /** How much text may come between two calls of {@link #takeText}. */
  void checkText(int length) throws UnreadableFile {}

  abstract boolean isOwn(String namespace);

  /** The charset that such parts have; null where the document says it itself. */
  @Nullable String encoding() {
    return "UTF-8";
  }

  /**
   * The sentence for what is no such part.
   *
   * @param message of the parser, for telling cases apart; never shown
   */
  UnreadableFile damaged(String message) {
    return Refusal.damagedWorkbook();
  }

  /** Line that the parser has reached, from 1. */
  int line() {
    return locator == null ? 1 : Math.max(1, locator.getLineNumber());
  }

  @Override
  public final void setDocumentLocator(Locator given) {
    locator = given;
  }

  String takeText() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  void read(InputStream part) throws UnreadableFile, IOException {
    InputSource source = new InputSource(new MarkupGuard(part));
    source.setEncoding(encoding());
    try (part) {
      XMLReader reader = XmlReaders.of(encoding());
      reader.setContentHandler(this);
      reader.setErrorHandler(this);
      reader.parse(source);
    } catch (SAXException e) {
      if (e.getException() instanceof IOException ours) {
        throw ours;
      }
      throw e.getException() instanceof UnreadableFile refusal
          ? refusal
          : damaged(String.valueOf(e.getMessage()));
    } catch (CharConversionException
        | StreamCorruptedException
        | UnsupportedEncodingException
        | RuntimeException e) {
      throw damaged(String.valueOf(e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public final void startElement(String uri, String name, String qName, Attributes attributes)
      throws SAXException {
    if (++depth > DEEPEST) {
      throw new SAXException("depth");
    }
    remember(qName);
    for (int i = 0; i < attributes.getLength(); i++) {
      remember(attributes.getQName(i));
    }
    try {
      open(uri, name, attributes);
    } catch (UnreadableFile | IOException e) {
      throw new SAXException(e);
    }
  }

  private void remember(String name) throws SAXException {
    if (names.add(name) && names.size() > NAMES) {
      throw new SAXException("names");
    }
  }

  @Override
  public final void startPrefixMapping(String prefix, String uri) throws SAXException {
    remember(prefix);
    remember(uri);
  }

  @Override
  public final void endElement(String uri, String name, String qName) throws SAXException {
    depth--;
    try {
      close(isOwn(uri) ? name : "");
    } catch (UnreadableFile | IOException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public final void characters(char[] buffer, int offset, int length) throws SAXException {
    if (isText()) {
      text.append(buffer, offset, length);
      try {
        checkText(text.length());
      } catch (UnreadableFile e) {
        throw new SAXException(e);
      }
    }
  }

  @Override
  public final void error(SAXParseException e) throws SAXException {
    throw e;
  }
}
