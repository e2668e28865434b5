package app.teahouse.applications;

/** What came of the wish to join. */
public sealed interface JoinOutcome {

    /** A member now, or already before. */
    record Joined() implements JoinOutcome {}

    /** Staff decide. */
    record AwaitingApproval() implements JoinOutcome {}
}
