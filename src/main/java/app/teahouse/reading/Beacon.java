package app.teahouse.reading;

import org.jspecify.annotations.Nullable;

/**
 * What an open page says of itself from time to time.
 *
 * @param view which opened page it is, as the page names itself
 * @param count which of its beacons this is
 * @param stop where the reader stands, in thousandths; 0 where they did not move
 * @param part how far they came
 * @param seconds how long the page was looked at since the beacon before
 */
record Beacon(@Nullable String view, int count, int stop, int part, int seconds) {}
