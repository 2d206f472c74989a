package dz.manchengo.hub.sales;

/** How a declared stamp duty stands to the legal one (§1.4). */
enum StampStatus {
  /** None due, none asked. */
  NA,
  OK,
  MISSING,
  UNEXPECTED,
  /** Another amount than the legal one, computed in a known way. */
  VARIANT,
  WRONG
}
