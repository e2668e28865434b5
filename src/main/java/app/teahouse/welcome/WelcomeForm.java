package app.teahouse.welcome;

import app.teahouse.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed about the welcome. */
final class WelcomeForm {
    private WelcomeForm() {}

    /** A post's number, also with a # before it, or the address it ends; null for none. */
    static @Nullable Long number(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        var plain = text.strip().replaceFirst("^(?:[#＃]|\\S*/p/)", "").replaceFirst("[?#]\\S*$", "");
        if (!plain.matches("[0-9]{1,15}")) {
            throw Refusal.invalid(field, "post.unknown");
        }
        return Long.valueOf(plain);
    }

    static int hours(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }
}
