package app.teahouse.writings;

import java.time.Instant;

/** A post of one's own, whole. */
public record OwnWords(long number, String name, boolean titled, String html, Instant publishedAt) {}
