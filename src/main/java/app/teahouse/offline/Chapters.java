package app.teahouse.offline;

import java.util.List;

/** A section of a column with its posts; the first may have no name. */
public record Chapters(String name, List<Line> lines) {}
