package app.teahouse.sheet;

import java.time.Instant;

/** What a post said once; {@code until} is when the next version took its place. */
public record PostVersion(int version, String title, String html, String body, Instant until) {}
