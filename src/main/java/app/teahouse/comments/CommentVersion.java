package app.teahouse.comments;

import java.time.Instant;

/** What a comment said once; {@code until} is when the next version took its place. */
public record CommentVersion(String html, Instant until) {}
