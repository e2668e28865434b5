package app.teahouse.readers;

import java.time.Instant;

/** A post with what its readers come to. */
public record PostReport(long number, String name, Instant publishedAt, int minutes, Counted counted) {}
