package dz.manchengo.hub.catalog;

import java.math.BigDecimal;

/** A row of product, as far as matching needs it. */
record ProductMaster(
    long productId,
    String productCode,
    String nameNorm,
    String baseUom,
    BigDecimal vatRate,
    boolean lotTracked,
    boolean active,
    boolean provisional,
    boolean nameless) {}
