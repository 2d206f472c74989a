package dz.manchengo.hub.documents;

import com.fasterxml.aalto.sax.SAXParserFactoryImpl;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * XML parsers that refuse document type declarations: nothing is declared, expanded or fetched.
 * Parts of workbooks, which are long and always UTF-8, go through Aalto, which takes half the time
 * of the JDK's parser but knows few charsets; what says its own charset goes through that one.
 */
final class XmlReaders {
  private static final String LEXICAL = "http://xml.org/sax/properties/lexical-handler";
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private XmlReaders() {}

  /** For a document in that charset; null where it says so itself. */
  static XMLReader of(@Nullable String encoding) throws SAXException, ParserConfigurationException {
    return encoding == null ? anyCharset() : fast();
  }

  private static XMLReader anyCharset() throws SAXException, ParserConfigurationException {
    XMLReader reader = XMLHelper.newXMLReader();
    reader.setFeature(NO_DOCTYPE, true);
    return reader;
  }

  private static XMLReader fast() throws SAXException, ParserConfigurationException {
    XMLReader reader = new SAXParserFactoryImpl().newSAXParser().getXMLReader();
    reader.setProperty(
        LEXICAL,
        new DefaultHandler2() {
          @Override
          public void startDTD(String name, @Nullable String publicId, @Nullable String systemId)
              throws SAXException {
            throw new SAXException("doctype");
          }
        });
    return reader;
  }
}
