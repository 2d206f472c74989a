package dz.manchengo.hub.accounting;

import java.time.LocalDate;

/** An account on the day of its balance. */
record AccountKey(String account, LocalDate day) {}
