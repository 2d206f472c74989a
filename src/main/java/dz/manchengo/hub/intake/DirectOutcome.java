package dz.manchengo.hub.intake;

/** What a sender who waits is told. */
public sealed interface DirectOutcome {
  /** It was done now, or would be. */
  record Posted(DirectAnswer answer, KeptReply reply) implements DirectOutcome {}

  /** A number of it is another tenant's; nothing was done. */
  record Taken() implements DirectOutcome {}

  /** Its key is known. */
  record NotNew(RequestKeys.Known known) implements DirectOutcome {}
}
