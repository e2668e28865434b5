package app.teahouse.gifts;

import app.teahouse.secrets.SiteKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The codes of cards: 140 bits that only this installation can compute from a card's id, so they can be shown to the giver again while the
 * database holds what the site's key makes of them. They can be read aloud and typed from paper.
 */
@Component
class Codes {
    /** No 0 and O, no 1 and I. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 28;

    private final SiteKey key;

    Codes(SiteKey key) {
        this.key = key;
    }

    /** As it stands in addresses, without dashes. */
    String of(CardId card) {
        var id = ByteBuffer.allocate(16)
                .putLong(card.value().getMostSignificantBits())
                .putLong(card.value().getLeastSignificantBits())
                .array();
        var bytes = key.mac("gifts.made", id);
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return code.toString();
    }

    /** In seven groups of four, such as {@code 7K2M-93QX-…}. */
    static String readable(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    /** How it is compared: whatever the case, the width and the dashes in which somebody types it. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "");
    }

    /** What stands in the database for it, in hexadecimal. */
    String claim(String typed) {
        return HexFormat.of().formatHex(key.mac("gifts.claim", plain(typed).getBytes(StandardCharsets.UTF_8)));
    }
}
