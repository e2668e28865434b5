package app.teahouse.review;

/** How much waits, each counted up to a thousand. */
public record QueueCounts(long held, long reported, long asked, long appeals, long applications) {
    static final int MOST = 1_000;

    public long of(String show) {
        return switch (show) {
            case "held" -> held;
            case "reported" -> reported;
            case "asked" -> asked;
            case "appeals" -> appeals;
            case "applications" -> applications;
            default -> 0;
        };
    }
}
