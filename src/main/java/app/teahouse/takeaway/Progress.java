package app.teahouse.takeaway;

/**
 * How far a file is after a step.
 *
 * @param cursor where the next step goes on, in the words of its kind
 * @param done of {@code total} things; the total is an estimate that may grow
 * @param finished whether nothing is to be added any more
 */
public record Progress(String cursor, long done, long total, boolean finished) {}
