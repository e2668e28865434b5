package app.teahouse.accounts;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address as it is claimed: in lower case, its domain in ASCII, so that one mailbox is one address. */
public record Email(String text) {
    private static final Pattern FORM =
            Pattern.compile("[^\\s@\"<>(),:;\\[\\]\\\\\\p{Cntrl}]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*");

    public static Optional<Email> of(@Nullable String typed) {
        if (typed == null || typed.length() > 254) {
            return Optional.empty();
        }
        var plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var at = plain.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            var domain = IDN.toASCII(plain.substring(at + 1)).toLowerCase(Locale.ROOT);
            var text = plain.substring(0, at + 1) + domain;
            return FORM.matcher(text).matches() ? Optional.of(new Email(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What stands before the @. */
    String local() {
        return text.substring(0, text.lastIndexOf('@'));
    }
}
