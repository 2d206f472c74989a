package dz.manchengo.hub.documents;

/** What a cell says as an identifier (domain notes §1.2). */
sealed interface IdentifierReading {

  record Kept(String value) implements IdentifierReading {}

  /** A number that had lost its leading zeros (FMT-011). */
  record Padded(String raw, String value) implements IdentifierReading {}

  /** The spreadsheet has eaten digits that nobody can give back (FMT-010). */
  record Damaged(String raw) implements IdentifierReading {}

  /** Not what such an identifier looks like (MDM-005 for a NIF). */
  record Invalid(String raw) implements IdentifierReading {}

  /** Empty, or a placeholder such as {@code 000000000000000}. */
  record Missing() implements IdentifierReading {}

  IdentifierReading MISSING = new Missing();
}
