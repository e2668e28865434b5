package app.teahouse.reservations;

/**
 * A line of a list. No address stands in it.
 *
 * @param line where it begins in the file
 * @param odd what is to be told of it, or empty
 */
public record LineView(int line, String state, String name, MemberNotes notes, String odd, String detail) {}
