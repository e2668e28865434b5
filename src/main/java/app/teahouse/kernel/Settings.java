package app.teahouse.kernel;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator sets from outside, by options, environment variables ({@code TEAHOUSE_URL}) or a file; docs/operating.md
 * lists them. What can be changed while running stands in the database, in room {@code site}.
 *
 * @param url the address people type, such as {@code https://circles.example.org}; decides on secure cookies and passkeys
 * @param data the folder for everything that must be backed up
 * @param demo fill an empty data folder with believable made-up circles, and say so on every page
 * @param trustedProxies addresses (CIDR) whose {@code X-Forwarded-For} is believed
 * @param timers whether recurring work runs by itself; off in tests
 * @param key the site's key in base 64, where it is not in the file {@code site.key}; see {@code SiteKey}
 * @param metricsPort the port for health and metrics, on the loopback address; 0 for none
 */
@ConfigurationProperties("teahouse")
public record Settings(
        @DefaultValue("http://localhost:8080") URI url,
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("true") boolean timers,
        @Nullable String key,
        @DefaultValue("0") int metricsPort,
        @DefaultValue Mail mail,
        @DefaultValue Passkeys passkeys) {

    /**
     * How mail leaves the site. Without a host none does: it stays in the outbox, and nothing waits for a verified address.
     *
     * @param security {@code starttls}, {@code tls} or {@code none}
     */
    public record Mail(
            @Nullable String host,
            @DefaultValue("587") int port,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("starttls") String security,
            @DefaultValue("teahouse@localhost") String from) {

        public boolean isConfigured() {
            return host != null && !host.isBlank();
        }
    }

    /**
     * For whom passkeys are made. Once people have made some, a changed {@code rpId} locks them out.
     *
     * @param rpId the domain they are bound to; the host of {@code url} where none is given
     * @param origins further addresses under which people reach the site, beside {@code url}
     */
    public record Passkeys(
            @Nullable String rpId, @DefaultValue List<String> origins) {}

    /** Whether people reach the site by https, so that cookies can be {@code __Host-} ones. */
    public boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    /** The address people type, without a slash at its end. */
    public String base() {
        var text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
