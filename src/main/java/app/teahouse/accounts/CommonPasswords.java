package app.teahouse.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The passwords that everybody tries first: those made of one of the words in {@code accounts/common-passwords.txt} and some
 * digits, of nothing but digits, or of one short piece again and again.
 */
final class CommonPasswords {
    private static final String FROM = "@4310$57!";
    private static final String TO = "aaelosstI".toLowerCase(Locale.ROOT);
    private static final int LONG_NUMBER = 16;

    private final Set<String> words = read();

    boolean isCommon(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return isRepeated(lower)
                || isWalk(lower)
                || (lower.length() < LONG_NUMBER && lower.chars().allMatch(c -> !Character.isLetter(c)))
                || isKnown(lower)
                || isKnown(unmasked(lower));
    }

    /** A known word, also twice, with digits and signs before and after it. */
    private boolean isKnown(String lower) {
        var word = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        var half = word.length() / 2;
        return words.contains(lower)
                || words.contains(word)
                || (words.contains(word.substring(0, half)) && words.contains(word.substring(half)));
    }

    /** {@code p@ssw0rd} is {@code password}. */
    private static String unmasked(String lower) {
        var plain = new StringBuilder();
        var core = lower.replaceAll("[0-9!$]+$", "");
        for (var c : (core.isEmpty() ? lower : core).toCharArray()) {
            var at = FROM.indexOf(c);
            plain.append(at < 0 ? c : TO.charAt(at));
        }
        return plain.toString();
    }

    /** One to four characters over and over. */
    private static boolean isRepeated(String lower) {
        for (var size = 1; size <= 4; size++) {
            var piece = lower.substring(0, Math.min(size, lower.length()));
            if (piece.repeat(lower.length() / size + 1).startsWith(lower)) {
                return true;
            }
        }
        return false;
    }

    /** Every character next to the one before it, in the alphabet or on the keyboard. */
    private static boolean isWalk(String lower) {
        for (var row :
                new String[] {"abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn"}) {
            var backwards = new StringBuilder(row).reverse().toString();
            if (row.contains(lower) || backwards.contains(lower)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> read() {
        try {
            var text =
                    new ClassPathResource("accounts/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
