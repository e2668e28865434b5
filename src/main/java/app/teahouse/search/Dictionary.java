package app.teahouse.search;

import app.teahouse.analysis.Han;
import app.teahouse.kernel.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a circle calls the same: synonyms, and the names of its tags. */
final class Dictionary {
    static final Dictionary NONE = new Dictionary(Map.of());

    /** A word or some, what else means the same, and the tags called so. */
    record Entry(String words, Set<String> same, Set<UUID> tags) {}

    private final Map<String, Entry> entries;
    private final int longest;

    private Dictionary(Map<String, Entry> entries) {
        this.entries = entries;
        this.longest = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    static Dictionary of(List<List<String>> synonyms, Map<UUID, String> tags) {
        var entries = new TreeMap<String, Entry>();
        for (var line : synonyms) {
            var folded = line.stream().map(Dictionary::folded).toList();
            for (var words : folded) {
                var same = new LinkedHashSet<>(folded);
                same.remove(words);
                entry(entries, words).same().addAll(same);
            }
        }
        tags.forEach((tag, name) -> entry(entries, folded(name)).tags().add(tag));
        entries.remove("");
        return new Dictionary(entries);
    }

    private static Entry entry(Map<String, Entry> entries, String words) {
        return entries.computeIfAbsent(words, _ -> new Entry(words, new LinkedHashSet<>(), new LinkedHashSet<>()));
    }

    static String folded(String words) {
        return Han.simplified(Folding.folded(words));
    }

    /** The longest entry that stands here in a folded text, or null. Latin words are not cut. */
    @Nullable
    Entry at(String text, int from) {
        if (cuts(text, from)) {
            return null;
        }
        for (var to = Math.min(text.length(), from + longest); to > from; to--) {
            var found = cuts(text, to) ? null : entries.get(text.substring(from, to));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean cuts(String text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && !Han.is(c);
    }

    /** The words that have others, for tests and suggestions. */
    List<String> words() {
        return new ArrayList<>(entries.keySet());
    }
}
