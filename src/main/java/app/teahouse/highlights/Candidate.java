package app.teahouse.highlights;

import app.teahouse.roster.Author;
import java.time.Instant;

/**
 * A post that might become a highlight.
 *
 * @param readers how many people opened it; like the others, without its author
 * @param score what {@link Candidates} makes of them, in tenths
 */
public record Candidate(
        long number,
        String name,
        String excerpt,
        Author author,
        Instant publishedAt,
        int readers,
        int commenters,
        int reactors,
        long score) {}
