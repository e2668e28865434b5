package app.teahouse.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The ETag of a page as a visitor sees it, so that who comes again, and every search engine, is sent nothing twice. It is made of the
 * page itself, but for the masked token of its forms, which differs each time and holds as long as its cookie: the cookie stands in
 * its place, as all cookies may.
 */
final class VisitorTag {
    private VisitorTag() {}

    /** Sets the ETag; answers whether the visitor has this very page already, and 304 is set. */
    static boolean isKnown(HttpServletRequest request, HttpServletResponse response, byte[] page) {
        if (SecurityContextHolder.getContext().getAuthentication() != null
                || response.getStatus() != HttpServletResponse.SC_OK) {
            return false;
        }
        return new ServletWebRequest(request, response).checkNotModified(tag(request, page));
    }

    private static byte[] without(String words, byte[] page) {
        return new String(page, ISO_8859_1).replace(words, "").getBytes(ISO_8859_1);
    }

    /** A weak one: compressed or not, it is the same page. */
    private static String tag(HttpServletRequest request, byte[] page) {
        var lasting = page;
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            lasting = without(token.getToken(), lasting);
        }
        if (request.getAttribute(Stamp.class.getName()) instanceof String stamp) {
            lasting = without(stamp, lasting);
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(
                    Objects.requireNonNullElse(request.getHeader("Cookie"), "").getBytes(UTF_8));
            hash.update(lasting);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest()) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
