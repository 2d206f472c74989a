package dz.manchengo.hub.sales;

import java.util.regex.Pattern;

/**
 * What credit notes are called here: {@code AV-12}, {@code AVOIR 3}, {@code NC2026/4}, {@code
 * 12/AV/2026}, Odoo's {@code RINV/2026/00087}.
 */
final class CreditSeries {
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\s*(?:AV|AVO|AVR|AVC|AVF|AVOIRS?|NC|RAV|RINV|RFAC|RBILL)(?:[-_/ .°]+.*|\\d.*)"
              + "|.*[-_/ .](?:AV|AVOIR)(?:[-_/ .].*|\\d.*)?",
          Pattern.CASE_INSENSITIVE);

  private CreditSeries() {}

  /** {@code AV-A05-002} too. */
  static boolean has(String number) {
    return NUMBER.matcher(number).matches();
  }
}
