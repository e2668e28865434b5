package app.teahouse.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all of many words in one pass over a text, in time of the text's length however many words there are: A. V. Aho and
 * M. J. Corasick, "Efficient string matching: an aid to bibliographic search", Communications of the ACM 18(6), 1975. The steps from
 * letter to letter lie in one open table; an automaton never changes.
 */
final class Automaton {
    private static final int NONE = -1;

    /** Where state {@code key >> 16} goes by letter {@code key & 0xffff}; 0 is a free place, as no word has the letter 0. */
    private long[] keys;

    private int[] targets;
    private int shift;
    private int used;

    private int[] fails;
    private int[] words;

    /** The next shorter word that ends where this state's ends. */
    private int[] shorter;

    private int states = 1;

    /** Is told of a word that ends here. */
    interface Found {
        /** Answers whether to look on. */
        boolean word(int word, int end);
    }

    /** @param all different words, none of them empty */
    Automaton(List<String> all) {
        var letters = all.stream().mapToInt(String::length).sum();
        fails = new int[letters + 1];
        words = new int[letters + 1];
        shorter = new int[letters + 1];
        Arrays.fill(words, NONE);
        Arrays.fill(shorter, NONE);
        keys = new long[16];
        targets = new int[16];
        shift = 60;
        var parents = new int[letters + 1];
        var by = new char[letters + 1];
        for (var i = 0; i < all.size(); i++) {
            add(all.get(i), i, parents, by);
        }
        connect(parents, by);
        fails = Arrays.copyOf(fails, states);
        words = Arrays.copyOf(words, states);
        shorter = Arrays.copyOf(shorter, states);
    }

    private void add(String word, int number, int[] parents, char[] by) {
        var state = 0;
        for (var i = 0; i < word.length(); i++) {
            var next = step(state, word.charAt(i));
            if (next == NONE) {
                next = states++;
                parents[next] = state;
                by[next] = word.charAt(i);
                put(state, word.charAt(i), next);
            }
            state = next;
        }
        words[state] = number;
    }

    /** From the shortest beginnings to the longest, so that what a state falls back to is known before it. */
    private void connect(int[] parents, char[] by) {
        var order = byDepth(parents);
        for (var state : order) {
            var parent = parents[state];
            if (parent != 0) {
                fails[state] = next(fails[parent], by[state]);
            }
            var fail = fails[state];
            shorter[state] = words[fail] != NONE ? fail : shorter[fail];
        }
    }

    private int[] byDepth(int[] parents) {
        var depths = new int[states];
        var counts = new int[states + 1];
        for (var state = 1; state < states; state++) {
            depths[state] = depths[parents[state]] + 1;
            counts[depths[state]]++;
        }
        for (var depth = 1; depth <= states; depth++) {
            counts[depth] += counts[depth - 1];
        }
        var order = new int[states - 1];
        for (var state = states - 1; state > 0; state--) {
            order[--counts[depths[state]]] = state;
        }
        return order;
    }

    private int next(int from, char letter) {
        var state = from;
        while (true) {
            var next = step(state, letter);
            if (next != NONE) {
                return next;
            }
            if (state == 0) {
                return 0;
            }
            state = fails[state];
        }
    }

    void scan(Plain text, Found found) {
        var state = 0;
        for (var i = 0; i < text.length(); i++) {
            state = next(state, text.at(i));
            var ending = words[state] != NONE ? state : shorter[state];
            while (ending != NONE) {
                if (!found.word(words[ending], i + 1)) {
                    return;
                }
                ending = shorter[ending];
            }
        }
    }

    /** How much memory it takes, in bytes. */
    long size() {
        return 12L * keys.length + 12L * states;
    }

    private int step(int state, char letter) {
        var key = ((long) state << 16) | letter;
        var mask = keys.length - 1;
        for (var place = place(key); ; place = (place + 1) & mask) {
            if (keys[place] == key) {
                return targets[place];
            }
            if (keys[place] == 0) {
                return NONE;
            }
        }
    }

    private int place(long key) {
        return (int) ((key * 0x9e3779b97f4a7c15L) >>> shift);
    }

    private void put(int state, char letter, int target) {
        if (used * 2 >= keys.length) {
            grow();
        }
        insert(((long) state << 16) | letter, target);
        used++;
    }

    private void insert(long key, int target) {
        var place = place(key);
        while (keys[place] != 0) {
            place = (place + 1) & (keys.length - 1);
        }
        keys[place] = key;
        targets[place] = target;
    }

    private void grow() {
        var oldKeys = keys;
        var oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[keys.length];
        shift--;
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                insert(oldKeys[i], oldTargets[i]);
            }
        }
    }
}
