package app.teahouse.arrivals;

import java.time.Instant;

/** An arrival in the list of all that somebody brought. */
public record ArrivalLine(String id, String fileName, String state, Instant madeAt) {}
