package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Inputs in one cell, as the ERP's journal writes them: {@code MP-001: 120kg, MP-002: 2.5L}. There
 * is no lot in it, whatever its header says, and never more than three components: good for what
 * was used, not for where it came from nor for a balance.
 */
final class ConsumedText {
  private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:;|\\||\\R|,(?!\\d))\\s*");
  private static final Pattern ENTRY =
      Pattern.compile("([^:]+?)\\s*:\\s*(\\d+(?:[.,]\\d+)?)\\s*(\\p{L}[\\p{L}.]*)?");

  private ConsumedText() {}

  /** The inputs; an entry that is not written so refuses the batch. */
  static List<Batch.Input> of(BatchCandidate candidate, String text) {
    List<Batch.Input> inputs = new ArrayList<>();
    for (String entry : SEPARATOR.split(text.strip(), -1)) {
      if (!entry.isBlank() && !entry.equals("-") && !entry.equals("…")) {
        add(candidate, entry, inputs);
      }
    }
    return inputs;
  }

  private static void add(BatchCandidate candidate, String entry, List<Batch.Input> inputs) {
    Matcher parts = ENTRY.matcher(entry.strip());
    if (!parts.matches()) {
      String field = candidate.raw.headers().getOrDefault("input_lots", "").strip();
      candidate.tell("PRD-022", "input_lots", entry, "value", entry, "field", field);
      return;
    }
    BigDecimal quantity = new BigDecimal(parts.group(2).replace(',', '.'));
    if (quantity.signum() > 0) {
      Batch.Item product = new Batch.Item(parts.group(1).strip(), null);
      inputs.add(
          new Batch.Input(
              candidate.raw.place(), product, null, null, quantity, parts.group(3), null));
    }
  }
}
