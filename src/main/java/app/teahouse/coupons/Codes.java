package app.teahouse.coupons;

import app.teahouse.secrets.SiteKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What people type. A code is short, so it can be read aloud, and only this installation can compute it from its coupon and number: it can
 * be shown again, while the database holds what only the site's key makes of it.
 */
@Component
class Codes {
    /** No letter that looks like a digit, and none that makes words. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int LENGTH = 8;

    private final SiteKey key;

    Codes(SiteKey key) {
        this.key = key;
    }

    /** Such as {@code TEA-7K2M-93QX}. */
    String of(CouponId coupon, int number) {
        var bytes = ByteBuffer.allocate(20)
                .putLong(coupon.value().getMostSignificantBits())
                .putLong(coupon.value().getLeastSignificantBits())
                .putInt(number)
                .array();
        var rest = ByteBuffer.wrap(key.mac("coupons.made", bytes)).getLong();
        var code = new StringBuilder("TEA");
        for (var i = 0; i < LENGTH; i++) {
            if (i % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt((int) Long.remainderUnsigned(rest, ALPHABET.length())));
            rest = Long.divideUnsigned(rest, ALPHABET.length());
        }
        return code.toString();
    }

    /** How it is compared: whatever the case, the width and the dashes in which somebody types it. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What stands in the database for it, in hexadecimal. */
    String claim(String typed) {
        return HexFormat.of().formatHex(key.mac("coupons.claim", plain(typed).getBytes(StandardCharsets.UTF_8)));
    }
}
