package dz.manchengo.hub.backup;

import java.math.BigDecimal;

/**
 * What a table holds: how many rows, and the sums of two hashes of each row's text. A sum, and not
 * an exclusive or, in which rows that are there twice would cancel out.
 */
record TableSum(String table, long rows, BigDecimal a, BigDecimal b) {}
