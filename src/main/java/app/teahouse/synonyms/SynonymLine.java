package app.teahouse.synonyms;

import java.util.List;

/** Words that mean the same in a circle. */
public record SynonymLine(LineId id, List<String> words) {}
