package dz.manchengo.hub.production;

import java.math.BigDecimal;

/** What the recipe that a batch names asks for; percent and days. */
record Recipe(
    long recipeId,
    long productId,
    String recipeCode,
    BigDecimal lossTolerancePct,
    int shelfLifeDays,
    int minRipeningDays) {}
