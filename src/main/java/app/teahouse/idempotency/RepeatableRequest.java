package app.teahouse.idempotency;

import app.teahouse.kernel.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A request whose body was read into memory, so that it can be hashed first and handled then. Of one with files the parts are hashed,
 * which lie aside already: each time it is sent something else stands between them.
 */
class RepeatableRequest extends HttpServletRequestWrapper {
    private final byte[] body;
    private final Collection<Part> parts;

    /** @throws Refusal {@code request.too-large}, {@code file.too-large}, {@code request.malformed} */
    RepeatableRequest(HttpServletRequest request, int mostBytes) throws IOException {
        super(request);
        parts = parts(request);
        body = request.getInputStream().readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            throw Refusal.invalid("request", "request.too-large");
        }
    }

    private static Collection<Part> parts(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return List.of();
        }
        try {
            return request.getParts();
        } catch (IllegalStateException e) {
            throw Refusal.invalid("file", "file.too-large");
        } catch (ServletException e) {
            throw Refusal.invalid("request", "request.malformed");
        }
    }

    /** What makes it another request than one with the same key. */
    void hash(MessageDigest sha) throws IOException {
        sha.update(body);
        for (var part : parts) {
            sha.update((part.getName() + '\n' + part.getSubmittedFileName() + '\n' + part.getSize() + '\n')
                    .getBytes(StandardCharsets.UTF_8));
            try (var content = new DigestInputStream(part.getInputStream(), sha)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int from, int length) {
                return bytes.read(target, from, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
