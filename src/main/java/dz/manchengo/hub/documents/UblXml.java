package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * Reads a UBL document: its header as one small tree, its lines one after the other. Extensions,
 * signatures and embedded files are passed over. Around it may be an SBDH envelope, as exchange
 * networks send it.
 */
final class UblXml extends PartXml {
  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final List<String> VOCABULARY =
      List.of(UBL + "CommonAggregateComponents-2", UBL + "CommonBasicComponents-2");
  private static final List<String> ACCEPTED = List.of("Invoice", "CreditNote", "Order");
  private static final List<String> LINES = List.of("InvoiceLine", "CreditNoteLine", "OrderLine");
  private static final List<String> KEPT =
      List.of("unitCode", "currencyID", "schemeID", "schemeName", "name");
  private static final String ENVELOPE = "StandardBusinessDocument";

  /** Elements of a header or of one line: many times what any real one has. */
  private static final int MOST_ELEMENTS = 20_000;

  private final String name;
  private final Limits limits;
  private final Deque<UblElement> open = new ArrayDeque<>();
  private @Nullable UblElement root;
  private @Nullable UblDocument document;
  private int elements;
  private int depth;
  private int skippedFrom;
  private boolean enveloped;

  /**
   * @param name of the file, for the sentence of a refusal
   */
  UblXml(String name, Limits limits) {
    this.name = name;
    this.limits = limits;
  }

  /** What was read, once all of it was. */
  UblDocument document() throws UnreadableFile {
    if (document == null) {
      throw Refusal.xml(name, "reason.type.xml-empty", "");
    }
    return document;
  }

  @Override
  boolean isOwn(String namespace) {
    return true;
  }

  @Override
  @Nullable String encoding() {
    return null;
  }

  @Override
  UnreadableFile damaged(String message) {
    return message.contains("DOCTYPE")
        ? Refusal.unreadable("reason.xml-doctype")
        : Refusal.unreadable(Place.row("", line()), "reason.xml-damaged", "row", line());
  }

  @Override
  void open(String element, Attributes attributes) {
    throw new IllegalStateException("by namespace only");
  }

  @Override
  void open(String namespace, String element, Attributes attributes) throws UnreadableFile {
    depth++;
    if (skippedFrom > 0) {
      return;
    }
    if (open.isEmpty()) {
      openRoot(namespace, element);
    } else if (VOCABULARY.contains(namespace) && !element.equals("Attachment")) {
      openInside(element, attributes);
    } else {
      skippedFrom = depth;
    }
  }

  private void openRoot(String namespace, String element) throws UnreadableFile {
    if (depth == 1 && element.equals(ENVELOPE)) {
      enveloped = true;
    } else if (enveloped && depth == 2 && element.equals(ENVELOPE + "Header")) {
      skippedFrom = depth;
    } else if (root != null) {
      throw Refusal.xml(name, "reason.type.xml-several", element);
    } else {
      checkType(namespace, element);
      root = new UblElement(element, line(), Map.of());
      document = new UblDocument(root);
      open.push(root);
    }
  }

  private void checkType(String namespace, String element) throws UnreadableFile {
    if (element.startsWith("CrossIndustry")) {
      throw Refusal.xml(name, "reason.type.xml-cii", element);
    }
    if (namespace.equals(UBL + element + "-2") && ACCEPTED.contains(element)) {
      return;
    }
    boolean ubl = namespace.startsWith("urn:oasis:names:specification:ubl:schema:xsd");
    throw Refusal.xml(
        name, ubl ? UblTypes.reason(element, namespace) : "reason.type.xml-other", element);
  }

  private void openInside(String element, Attributes attributes) throws UnreadableFile {
    boolean isLine = open.size() == 1 && LINES.contains(element);
    if (!isLine && open.size() == 1 && document != null && document.isAtLines()) {
      throw Refusal.unreadable(
          Place.row("", line()), "reason.ubl.order", "element", element, "row", line());
    }
    elements = isLine ? 0 : elements + 1;
    if (elements > MOST_ELEMENTS) {
      throw Refusal.tooLarge(
          Place.row("", line()), "reason.what.xml-elements", elements, MOST_ELEMENTS);
    }
    UblElement child = new UblElement(element, line(), kept(attributes));
    if (!isLine) {
      open.element().add(child);
    }
    open.push(child);
    takeText();
  }

  private static Map<String, String> kept(Attributes attributes) {
    if (attributes.getLength() == 0) {
      return Map.of();
    }
    Map<String, String> kept = new HashMap<>(4);
    for (String attribute : KEPT) {
      String value = attributes.getValue(attribute);
      if (value != null) {
        kept.put(attribute, value.strip());
      }
    }
    return kept;
  }

  @Override
  void close(String element) throws UnreadableFile {
    depth--;
    if (skippedFrom > 0) {
      skippedFrom = depth < skippedFrom ? 0 : skippedFrom;
      return;
    }
    if (open.isEmpty()) {
      return; // the envelope
    }
    UblElement closed = open.pop();
    closed.setText(takeText());
    if (open.size() == 1 && LINES.contains(element) && document != null) {
      document.addLine(closed);
    }
  }

  @Override
  boolean isText() {
    return skippedFrom == 0 && !open.isEmpty();
  }

  @Override
  void checkText(int length) throws UnreadableFile {
    if (length > limits.cellCharacters()) {
      throw Refusal.tooLarge(
          Place.row("", line()), "reason.what.xml-text", length, limits.cellCharacters());
    }
  }
}
