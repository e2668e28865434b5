package app.teahouse.reading;

/**
 * How many of a circle's members are discreet, and so how they may be counted. Whoever sees a number beside a list of names sees by
 * subtraction what those did who are not on it. So they count in fives only, and never all of them or nearly all: a number says of
 * no five of them for sure that they read something, and of no five that they did not (docs/decisions/0095).
 */
public record Crowd(long discreet) {
    private static final int FEW = 5;

    /**
     * @param shown those who show what they read
     * @param hidden those of the discreet who did the same
     */
    public int count(int shown, int hidden) {
        return shown + counted(hidden);
    }

    /** In fives; none where that would leave fewer than five of whom it is not known. */
    private int counted(int hidden) {
        var unsure = Math.max(0, Math.min(hidden, discreet - FEW));
        return (int) (unsure / FEW * FEW);
    }
}
