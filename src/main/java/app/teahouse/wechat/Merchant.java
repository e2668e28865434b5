package app.teahouse.wechat;

import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.outside.Calls;
import com.wechat.pay.java.core.auth.Credential;
import com.wechat.pay.java.core.auth.WechatPay2Credential;
import com.wechat.pay.java.core.auth.WechatPay2Validator;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.AeadCipher;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.cipher.Signer;
import com.wechat.pay.java.core.cipher.Verifier;
import com.wechat.pay.java.core.exception.ServiceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One merchant's account at WeChat Pay: what it signs with, how it knows WeChat, and what WeChat's refusals mean. */
final class Merchant {
    private static final Logger LOG = LoggerFactory.getLogger(Merchant.class);

    /** With these nothing is said about what was asked: WeChat is busy, or does not know us. */
    private static final Set<String> UNKNOWN = Set.of(
            "BIZERR_NEED_RETRY",
            "FREQUENCY_LIMIT",
            "FREQUENCY_LIMITED",
            "FREQUENCY_LIMIT_EXCEED",
            "RATELIMIT_EXCEEDED",
            "SIGN_ERROR",
            "SYSTEM_ERROR",
            "TRADE_ERROR");

    private final MerchantSettings settings;
    private final Clock clock;
    private final Signer signer;
    private final AeadCipher cipher;
    private final Verifier verifier;
    private final WeChatLine line;

    Merchant(MerchantSettings settings, Calls calls, Clock clock, String address) {
        this.settings = settings;
        this.clock = clock;
        this.signer = new RSASigner(settings.serial(), settings.privateKey());
        this.cipher = new AeadAesCipher(settings.apiKey().getBytes(StandardCharsets.UTF_8));
        Credential credential = new WechatPay2Credential(settings.merchantId(), signer);
        var certificates = new PlatformCertificates(
                cipher, new WeChatLine(credential, PlatformCertificates.UNPROVEN, calls, address), address, clock);
        this.verifier = settings.hasPublicKey()
                ? new RSAVerifier(settings.publicKey(), settings.publicKeyId(), certificates)
                : new RSAVerifier(certificates);
        this.line = new WeChatLine(credential, new WechatPay2Validator(verifier), calls, address);
    }

    /** @throws ServiceException where WeChat understood, and says no */
    <T> T ask(Supplier<T> question) throws Unreachable {
        try {
            return question.get();
        } catch (ServiceException e) {
            LOG.info("WeChat Pay says no: {} {}", e.getErrorCode(), e.getErrorMessage());
            if (e.getHttpStatusCode() == 429 || e.getErrorCode() == null || UNKNOWN.contains(e.getErrorCode())) {
                throw unreachable(e);
            }
            throw e;
        } catch (RuntimeException e) {
            // The library has no type for an answer that is cut, not signed, or not of its form; its texts hold whole
            // answers.
            LOG.warn("WeChat Pay can't be asked: {}", e.getClass().getSimpleName());
            throw unreachable(e);
        }
    }

    static Unreachable unreachable(RuntimeException e) {
        return new Unreachable("WeChat Pay can't be asked", e);
    }

    Instant now() {
        return clock.instant();
    }

    MerchantSettings settings() {
        return settings;
    }

    Signer signer() {
        return signer;
    }

    AeadCipher cipher() {
        return cipher;
    }

    Verifier verifier() {
        return verifier;
    }

    WeChatLine line() {
        return line;
    }
}
