package app.teahouse.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * Staff let words out that had waited for them, and everybody reads them now.
 *
 * @param about the post or the comment
 * @param number the post's
 * @param title what the post is called
 */
public record LetOut(
        CircleId circle, Scrutiny.Matter matter, UUID about, long number, AccountId author, String title, Instant at)
        implements Event {}
