package app.teahouse.byhand;

import app.teahouse.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to pay by hand, as the payer reads it.
 *
 * @param url the checkout's page
 * @param instructions where the money goes, in the words of whoever receives it
 * @param code whether there is a code to scan
 * @param said {@code waiting}, {@code missing}, or null while the payer has said nothing
 * @param words what whoever looked for the money said
 */
public record PayByHandView(
        UUID attempt,
        String url,
        String number,
        String title,
        Money amount,
        String way,
        String instructions,
        boolean code,
        @Nullable String said,
        String words) {}
