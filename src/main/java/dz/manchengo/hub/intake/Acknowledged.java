package dz.manchengo.hub.intake;

import java.util.function.Supplier;

/**
 * A submission's answer lies in its place: the transaction that says so publishes this, for those
 * who carry the answer further. It may come again for a submission that was delayed by us.
 *
 * @param channel {@code DROP}, {@code EMAIL}, {@code SFTP} or {@code REST}
 * @param delivery the source's own identity of the arrival
 * @param status the submission's, FAILED while we go on trying
 * @param sentence what happened, in the hub's language
 * @param acknowledgement path below the hub's home
 */
public record Acknowledged(
    long submissionId,
    String channel,
    String delivery,
    String status,
    Supplier<String> sentence,
    String acknowledgement) {}
