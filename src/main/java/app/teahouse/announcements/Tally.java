package app.teahouse.announcements;

/**
 * What became of an announcement.
 *
 * @param expected how many it was for when the sending began
 * @param reached how many have it in the app
 * @param read how many of them opened it there
 * @param mailed to how many of them a mail was written
 * @param limited who had their mails of the week already
 * @param unsubscribed who wishes no mails of this kind
 * @param unaddressed who has no address that was confirmed
 */
public record Tally(
        long expected, long reached, long read, long mailed, long limited, long unsubscribed, long unaddressed) {

    /** Under so few who have it, a number would say of one person what they read. */
    private static final long FEWEST = 5;

    /** Whether it may be said how many opened it. */
    public boolean saysRead() {
        return reached >= FEWEST;
    }

    /** Of hundred who have it. */
    public long readPercent() {
        return reached == 0 ? 0 : Math.round(100.0 * read / reached);
    }
}
