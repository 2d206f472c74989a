package dz.manchengo.hub.notices;

import java.time.OffsetDateTime;

/**
 * A letter of the outbox for one of its recipients.
 *
 * @param identity the same for each recipient and at every attempt, and no other letter's
 */
record DueLetter(
    long id, String identity, String recipient, OffsetDateTime createdAt, Letter letter) {}
