package dz.manchengo.hub.stock;

import java.time.OffsetDateTime;

/**
 * A physical count of one warehouse as of one instant.
 *
 * @param sessionId negative for one that is only imagined
 * @param emptyIsZero whether an empty cell means that there was nothing; else it was not counted
 * @param open whether counts are still taken
 */
record CountSession(
    long sessionId,
    String sessionNo,
    String sessionNoNorm,
    long warehouseId,
    String warehouseCode,
    OffsetDateTime cutoffAt,
    boolean blind,
    boolean emptyIsZero,
    boolean open) {}
