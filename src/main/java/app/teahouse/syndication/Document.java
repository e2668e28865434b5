package app.teahouse.syndication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/** A document for programs that come again and again: who has it already is told so, and sent nothing. */
final class Document {
    private Document() {}

    static ResponseEntity<byte[]> of(WebRequest request, String type, String cached, byte[] text) {
        var tag = tag(text);
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .header(HttpHeaders.CACHE_CONTROL, cached)
                    .build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, cached)
                .eTag(tag)
                .body(text);
    }

    private static String tag(byte[] text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text);
            return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
