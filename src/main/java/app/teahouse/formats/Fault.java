package app.teahouse.formats;

/**
 * Something that could not come as it was.
 *
 * @param place where in the source: a line, or what it is called there
 * @param code what is wrong, as imports say it
 */
public record Fault(String place, String code, String detail) {}
