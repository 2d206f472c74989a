package dz.manchengo.hub.intake;

/** What a sender who waits is told. */
public sealed interface DirectOutcome {
  /** It was done now. */
  record Posted(DirectAnswer answer, KeptReply reply) implements DirectOutcome {}

  /** Its key is known. */
  record NotNew(RequestKeys.Known known) implements DirectOutcome {}
}
