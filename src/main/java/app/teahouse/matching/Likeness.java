package app.teahouse.matching;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a text is like, in 64 numbers: the share of numbers that two texts have in common is about the share of their runs of three
 * letters (A. Z. Broder, "On the resemblance and containment of documents", 1997). Eight bands of three numbers let those that are alike be
 * found by a key. Digits count as the same, as what differs between copies is often a number.
 */
public final class Likeness {
    public static final int BANDS = 8;

    private static final int NUMBERS = 64;
    private static final int ROWS = 3;
    private static final int SHINGLE = 3;
    private static final int SHORTEST = 12;
    private static final int MOST_SHINGLES = 512;
    private static final long[] FACTORS = factors();

    private final int[] numbers;

    private Likeness(int[] numbers) {
        this.numbers = numbers;
    }

    /** Never to be changed while numbers made with it are kept. */
    private static long[] factors() {
        var factors = new long[NUMBERS];
        var seed = 0x7ea4005eL;
        for (var i = 0; i < NUMBERS; i++) {
            seed += 0x9e3779b97f4a7c15L;
            factors[i] = mixed(seed) | 1;
        }
        return factors;
    }

    private static long mixed(long value) {
        var z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Nothing for a text so short that many people say the same. */
    public static Optional<Likeness> of(Plain text) {
        var shingles = text.length() - SHINGLE + 1;
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        var mask = Integer.highestOneBit(Math.max(1, shingles / MOST_SHINGLES)) - 1;
        var numbers = new int[NUMBERS];
        Arrays.fill(numbers, Integer.MAX_VALUE);
        for (var i = 0; i < shingles; i++) {
            var hash =
                    mixed(((long) same(text.at(i)) << 32) | ((long) same(text.at(i + 1)) << 16) | same(text.at(i + 2)));
            if ((hash & mask) != 0) {
                continue;
            }
            for (var k = 0; k < NUMBERS; k++) {
                var number = (int) ((hash * FACTORS[k]) >>> 33);
                if (number < numbers[k]) {
                    numbers[k] = number;
                }
            }
        }
        return Optional.of(new Likeness(numbers));
    }

    private static char same(char c) {
        return (c >= '0' && c <= '9') || c == 'o' || c == 'l' ? '#' : c;
    }

    public static Likeness of(int[] kept) {
        if (kept.length != NUMBERS) {
            throw new IllegalArgumentException("Not " + NUMBERS + " numbers");
        }
        return new Likeness(kept.clone());
    }

    public int[] numbers() {
        return numbers.clone();
    }

    /** Texts that are alike share one of these, nearly always. */
    public int[] bands() {
        var bands = new int[BANDS];
        for (var band = 0; band < BANDS; band++) {
            var hash = (long) band;
            for (var row = 0; row < ROWS; row++) {
                hash = mixed(hash * 31 + numbers[band * ROWS + row]);
            }
            bands[band] = (int) (hash >>> 32);
        }
        return bands;
    }

    /** How much they have in common, in hundredths. */
    public int percent(Likeness other) {
        var same = 0;
        for (var i = 0; i < NUMBERS; i++) {
            same += numbers[i] == other.numbers[i] ? 1 : 0;
        }
        return same * 100 / NUMBERS;
    }
}
