package app.teahouse.ledger;

/**
 * What an account is for. A balance is what came in less what went out. Money in the world outside is the mirror of ours, so those
 * accounts go below zero; where {@link #mayOwe()} is false, the database refuses to overdraw.
 */
public enum Purpose {
    /** At a gateway or a bank of the site; of a way of paying. Minus the sum that the site got by it and has not paid out or back. */
    COLLECTED(true),
    /** Got by the circle itself, outside the site; of a way of paying. */
    COLLECTED_OUTSIDE(true),
    /** Arrived, and not yet anybody's: a checkout that is being settled, or a wrong amount that waits for a person. */
    RECEIVED(false),
    /** The circle's, until the time in which buyers may have it back is over. */
    HELD(false),
    /** The circle's, to be paid out. */
    AVAILABLE(false),
    /** On its way to the owner; of a payout. */
    ON_ITS_WAY(false),
    /** The circle's income that it got itself; never paid out. */
    INCOME_OUTSIDE(false),
    /** Going back to buyers, until the gateway says it is done. */
    REFUNDING(false),
    /** Taken back by a payer's bank until it is settled who is right. */
    DISPUTED(false),
    /** What the site earned by this circle. */
    SITE_FEE(false),
    /** What the circle owes the site, for money that it got itself or that was taken back after it was paid out. Below zero is debt. */
    OWED_TO_SITE(true),
    /** Set aside for an answer, a place or a prize; of a person or a thing. */
    ESCROW(false),
    /** Earned by a person in this circle, such as commission or answers. */
    EARNED(true);

    private final boolean mayOwe;

    Purpose(boolean mayOwe) {
        this.mayOwe = mayOwe;
    }

    /** Whether it may go below zero. */
    public boolean mayOwe() {
        return mayOwe;
    }
}
