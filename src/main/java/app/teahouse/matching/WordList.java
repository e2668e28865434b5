package app.teahouse.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The words of many rules, ready to be looked for at once. A word is found in whatever dress it comes, also with other characters
 * between its letters; a word of Latin letters is found where it stands by itself, and one with a star at an end also within another.
 * Where it stands within an exception of its rule, it is not found.
 */
public final class WordList {
    /** More than this may stand between two letters of a word only by chance. */
    private static final int WIDEST_GAP = 4;

    private static final int SHORTEST = 2;
    private static final int MOST_HITS = 1_000;

    private final List<List<Form>> forms;
    private final Automaton automaton;

    /** A word as it was typed, of one rule. */
    public record Entry(int rule, String word, boolean allowed) {}

    /** A word that stands in a text, from a place to behind its last character. */
    public record Hit(int rule, int from, int to) {}

    /** How one entry wants its letters to stand: which have something before them, and which end may lie within another word. */
    private record Form(Entry entry, boolean[] gaps, boolean latin, boolean openStart, boolean openEnd) {
        static Form of(Entry entry, Plain letters) {
            var gaps = new boolean[letters.length()];
            var latin = true;
            for (var i = 0; i < gaps.length; i++) {
                gaps[i] = i > 0 && letters.gap(i) > 0;
                latin &= Plain.isLatin(letters.at(i));
            }
            return new Form(
                    entry,
                    gaps,
                    latin,
                    entry.word().startsWith("*"),
                    entry.word().endsWith("*"));
        }

        boolean fits(Plain text, int from, int to) {
            return (openStart || begins(text, from)) && (openEnd || ends(text, to)) && inside(text, from, to);
        }

        private static boolean begins(Plain text, int from) {
            return from == 0
                    || text.gap(from) > 0
                    || !Plain.isLatin(text.at(from))
                    || !Plain.isLatin(text.at(from - 1));
        }

        private static boolean ends(Plain text, int to) {
            return to == text.length()
                    || text.gap(to) > 0
                    || !Plain.isLatin(text.at(to))
                    || !Plain.isLatin(text.at(to - 1));
        }

        /** Latin letters may be apart as they were typed, all of them, or none; others as it comes. */
        private boolean inside(Plain text, int from, int to) {
            var none = true;
            var all = true;
            var same = true;
            for (var i = from + 1; i < to; i++) {
                var gap = text.gap(i);
                if (gap > WIDEST_GAP) {
                    return false;
                }
                none &= gap == 0;
                all &= gap > 0;
                same &= gap > 0 == gaps[i - from];
            }
            return !latin || none || all || same;
        }
    }

    private WordList(List<List<Form>> forms, Automaton automaton) {
        this.forms = forms;
        this.automaton = automaton;
    }

    public static WordList of(List<Entry> entries) {
        var byLetters = new LinkedHashMap<String, List<Form>>();
        for (var entry : entries) {
            var letters = Plain.of(bare(entry.word()));
            if (letters.length() >= SHORTEST) {
                byLetters
                        .computeIfAbsent(letters.toString(), _ -> new ArrayList<>(1))
                        .add(Form.of(entry, letters));
            }
        }
        return new WordList(
                byLetters.values().stream().map(List::copyOf).toList(), new Automaton(List.copyOf(byLetters.keySet())));
    }

    /** Whether there is enough of it to be looked for. */
    public static boolean isWord(String typed) {
        return Plain.of(bare(typed)).length() >= SHORTEST;
    }

    private static String bare(String typed) {
        var from = typed.startsWith("*") ? 1 : 0;
        var to = typed.endsWith("*") && typed.length() > from ? typed.length() - 1 : typed.length();
        return typed.substring(from, to);
    }

    public boolean isEmpty() {
        return forms.isEmpty();
    }

    /** How much memory it takes, in bytes, about. */
    public long size() {
        return automaton.size() + forms.stream().mapToLong(List::size).sum() * 160L;
    }

    /** Every rule's first words in a text, in the order in which they end; of one rule no more than {@code most}. */
    public List<Hit> find(Plain text, int most) {
        var found = new ArrayList<Hit>();
        var allowed = new HashMap<Integer, List<Hit>>();
        automaton.scan(text, (word, end) -> {
            for (var form : forms.get(word)) {
                var from = end - form.gaps().length;
                if (form.fits(text, from, end)) {
                    var hit = new Hit(form.entry().rule(), from, end);
                    if (form.entry().allowed()) {
                        allowed.computeIfAbsent(hit.rule(), _ -> new ArrayList<>())
                                .add(hit);
                    } else {
                        found.add(hit);
                    }
                }
            }
            return found.size() < MOST_HITS;
        });
        var seen = new HashMap<Integer, Integer>();
        return found.stream()
                .filter(hit -> !isWithin(hit, allowed.getOrDefault(hit.rule(), List.of())))
                .filter(hit -> seen.merge(hit.rule(), 1, Integer::sum) <= most)
                .map(hit -> new Hit(hit.rule(), text.place(hit.from()), text.place(hit.to() - 1) + 1))
                .toList();
    }

    private static boolean isWithin(Hit hit, List<Hit> allowed) {
        return allowed.stream().anyMatch(other -> other.from() <= hit.from() && hit.to() <= other.to());
    }
}
