package app.teahouse.wechat;

import com.wechat.pay.java.core.auth.Validator;
import com.wechat.pay.java.core.certificate.CertificateDownloader;
import com.wechat.pay.java.core.certificate.CertificateHandler;
import com.wechat.pay.java.core.certificate.CertificateProvider;
import com.wechat.pay.java.core.cipher.AeadCipher;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.util.PemUtil;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates by which WeChat is known to a merchant, fetched when they are needed and again twice a day: WeChat replaces them every
 * five years, and signs with the new one days after it can be fetched. The library would fetch them on a thread of its own, for good,
 * and keep one set for each merchant's number, whoever set it up.
 */
final class PlatformCertificates implements CertificateProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformCertificates.class);
    private static final Duration FRESH = Duration.ofHours(12);
    /** Whoever makes up serial numbers does not make us fetch more often than this. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** The certificates are what proves answers, so theirs can't be: that it opens with the merchant's own key shows whose it is. */
    static final Validator UNPROVEN = new Validator() {
        @Override
        public <T> boolean validate(HttpHeaders headers, String body) {
            return true;
        }

        @Override
        public <T> String getSerialNumber() {
            return "";
        }
    };

    private final CertificateDownloader downloader;
    private final Clock clock;
    private Map<String, X509Certificate> certificates = Map.of();
    private @Nullable Instant fetchedAt;
    private Instant notBefore = Instant.MIN;

    PlatformCertificates(AeadCipher cipher, HttpClient line, String address, Clock clock) {
        this.clock = clock;
        this.downloader = new CertificateDownloader.Builder()
                .downloadUrl(address + "/v3/certificates?algorithm_type=RSA")
                .aeadCipher(cipher)
                .httpClient(line)
                .certificateHandler(new Reading())
                .build();
    }

    /** @return null for a serial number that is not WeChat's; the library takes that for a signature that is wrong */
    @Override
    @SuppressWarnings("NullAway") // the library has no annotations
    public synchronized X509Certificate getCertificate(String serial) {
        refresh(!certificates.containsKey(serial));
        return certificates.get(serial);
    }

    @Override
    public synchronized X509Certificate getAvailableCertificate() {
        refresh(certificates.isEmpty());
        var now = clock.instant();
        return certificates.values().stream()
                .filter(one -> lastDay(one).isAfter(now))
                .max(Comparator.comparing(PlatformCertificates::lastDay))
                .orElseThrow(() -> new MalformedMessageException("WeChat Pay has no certificate for this merchant"));
    }

    private static Instant lastDay(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private void refresh(boolean needed) {
        var now = clock.instant();
        var isOld = fetchedAt == null || fetchedAt.plus(FRESH).isBefore(now);
        if (!(needed || isOld) || now.isBefore(notBefore)) {
            return;
        }
        try {
            certificates = Map.copyOf(downloader.download());
            fetchedAt = now;
            notBefore = now.plus(PAUSE);
            LOG.info("WeChat Pay's certificates: {}", certificates.keySet());
        } catch (RuntimeException e) {
            notBefore = now.plus(AFTER_FAILURE);
            if (needed) {
                throw e;
            }
            LOG.warn("WeChat Pay's certificates could not be fetched again; the ones from {} are kept", fetchedAt);
        }
    }

    private static final class Reading implements CertificateHandler {
        @Override
        public X509Certificate generateCertificate(String text) {
            return PemUtil.loadX509FromString(text);
        }

        @Override
        public void validateCertPath(X509Certificate certificate) {
            // WeChat advises against it: a chain that ran out would stop payments, and the key it came under proves it.
        }
    }
}
