package app.teahouse.wechat;

import app.teahouse.gateways.Gateway.Field;
import app.teahouse.kernel.Faults;
import com.wechat.pay.java.core.util.PemUtil;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What WeChat Pay gave the merchant, as it was filled in. */
record MerchantSettings(Map<String, String> filled) {
    static final String MERCHANT = "merchant-id";
    static final String SERIAL = "certificate-serial";
    static final String PRIVATE_KEY = "private-key";
    static final String API_KEY = "api-key";
    static final String APP = "app-id";
    static final String APP_SECRET = "app-secret";
    static final String PUBLIC_KEY_ID = "public-key-id";
    static final String PUBLIC_KEY = "public-key";

    static final List<Field> FIELDS = List.of(
            new Field(MERCHANT, false, true, false),
            new Field(SERIAL, false, true, false),
            new Field(PRIVATE_KEY, true, true, true),
            new Field(API_KEY, true, true, false),
            new Field(PUBLIC_KEY_ID, false, false, false),
            new Field(PUBLIC_KEY, false, false, true),
            new Field(APP, false, true, false),
            new Field(APP_SECRET, true, true, false));

    private static final int LEAST_BITS = 2048;

    void check() {
        var faults = new Faults();
        FIELDS.stream().filter(Field::needed).forEach(field -> faults.text(field.name(), text(field.name()), 5000));
        faults.require(merchantId().matches("\\d{8,12}"), MERCHANT, "wechat.merchant-wrong")
                .require(serial().matches("[0-9A-F]{20,40}"), SERIAL, "wechat.serial-wrong")
                .require(isKey(() -> privateKey()), PRIVATE_KEY, "wechat.private-key-wrong")
                .require(apiKey().matches("[0-9A-Za-z]{32}"), API_KEY, "wechat.api-key-wrong")
                .require(appId().matches("wx[0-9a-f]{16}"), APP, "wechat.app-wrong")
                .require(appSecret().matches("[0-9a-f]{32}"), APP_SECRET, "wechat.app-secret-wrong");
        if (hasPublicKey() || !text(PUBLIC_KEY).isEmpty()) {
            faults.require(
                            publicKeyId().matches("PUB_KEY_ID_[0-9A-Za-z]{8,60}"),
                            PUBLIC_KEY_ID,
                            "wechat.public-key-id-wrong")
                    .require(isKey(() -> publicKey()), PUBLIC_KEY, "wechat.public-key-wrong");
        }
        faults.refuse();
    }

    private interface Opening {
        Object open();
    }

    private static boolean isKey(Opening opening) {
        try {
            return opening.open() instanceof RSAKey key && key.getModulus().bitLength() >= LEAST_BITS;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String merchantId() {
        return text(MERCHANT);
    }

    String serial() {
        return text(SERIAL).toUpperCase(Locale.ROOT);
    }

    PrivateKey privateKey() {
        return PemUtil.loadPrivateKeyFromString(text(PRIVATE_KEY));
    }

    String apiKey() {
        return text(API_KEY);
    }

    String appId() {
        return text(APP);
    }

    String appSecret() {
        return text(APP_SECRET);
    }

    /** Merchants since autumn 2024 check WeChat by one public key; older ones by certificates that WeChat replaces. */
    boolean hasPublicKey() {
        return !publicKeyId().isEmpty();
    }

    String publicKeyId() {
        return text(PUBLIC_KEY_ID);
    }

    PublicKey publicKey() {
        return PemUtil.loadPublicKeyFromString(text(PUBLIC_KEY));
    }

    private String text(String field) {
        @Nullable String text = filled.get(field);
        return text == null ? "" : text.strip();
    }
}
