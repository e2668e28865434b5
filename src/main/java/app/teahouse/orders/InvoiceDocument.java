package app.teahouse.orders;

import app.teahouse.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * An invoice as a file: PDF, OFD (the format of Chinese electronic invoices, a ZIP), or a picture of it. By its first bytes, whatever it
 * is called; handed out as a download only, so that nothing in it runs here.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InvoiceDocument(byte[] bytes, String type) {
    private static final int MOST = 5_000_000;

    /** @throws Refusal {@code file.too-large}, {@code invoice.document} */
    public static InvoiceDocument of(byte[] bytes) {
        if (bytes.length > MOST) {
            throw Refusal.invalid("document", "file.too-large");
        }
        var type = type(bytes);
        if (type == null) {
            throw Refusal.invalid("document", "invoice.document");
        }
        return new InvoiceDocument(bytes, type);
    }

    private static @Nullable String type(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF-")) {
            return "application/pdf";
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return "application/ofd";
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        return head.startsWith("\u00ff\u00d8\u00ff") ? "image/jpeg" : null;
    }

    public ResponseEntity<byte[]> download(String number) {
        var ending = type.substring(type.indexOf('/') + 1).replace("jpeg", "jpg");
        var disposition = ContentDisposition.attachment()
                .filename("invoice-" + number + "." + ending)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }
}
