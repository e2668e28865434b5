package app.teahouse.idempotency;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Asking;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a program repeat a POST without doing the thing twice: the answer to (account, {@code Idempotency-Key}) is kept for a day in
 * the very transaction of the operation, and given again. The same key with another request is refused. What was refused is not
 * kept, so it may be tried again. Source: IETF draft-ietf-httpapi-idempotency-key-header.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {
    private static final int MOST_BYTES = 4_000_000;

    private final Idempotency kept;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            Idempotency kept,
            TransactionTemplate transaction,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.kept = kept;
        this.transaction = transaction;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("Idempotency-Key") == null
                || !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signIn = Asking.signIn();
        if (signIn == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var body = new RepeatableRequest(request, MOST_BYTES);
            var answer = new ContentCachingResponseWrapper(response);
            var once = new Once(signIn.account(), key(body), hash(body));
            transaction.executeWithoutResult(status -> {
                if (!once(once, body, answer, chain)) {
                    status.setRollbackOnly();
                }
            });
            answer.copyBodyToResponse();
        } catch (Refusal | TransactionException e) {
            problems.resolveException(request, response, null, e);
        }
    }

    private record Once(AccountId account, String key, byte[] hash) {}

    /** Answers whether something was done that is to be kept. */
    private boolean once(
            Once asked, RepeatableRequest request, ContentCachingResponseWrapper response, FilterChain chain) {
        var account = asked.account();
        var key = asked.key();
        var hash = asked.hash();
        if (!kept.begin(account, key, hash)) {
            repeat(kept.find(account, key, hash), response);
            return true;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        if (response.getStatus() >= 400) {
            return false;
        }
        kept.finish(
                account,
                key,
                new Idempotency.Answer(
                        response.getStatus(),
                        response.getHeader("Location"),
                        new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)));
        return true;
    }

    private static void repeat(Idempotency.Answer answer, ContentCachingResponseWrapper response) {
        response.setStatus(answer.status());
        response.setHeader("Idempotent-Replayed", "true");
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        if (!answer.body().isEmpty()) {
            response.setContentType("application/json");
            try {
                response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String key(HttpServletRequest request) {
        @Nullable String key = request.getHeader("Idempotency-Key");
        if (key == null || key.isBlank() || key.length() > 200) {
            throw Refusal.invalid("Idempotency-Key", "request.bad-key");
        }
        return key;
    }

    private static byte[] hash(RepeatableRequest request) throws IOException {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((request.getRequestURI() + '?' + request.getQueryString()).getBytes(StandardCharsets.UTF_8));
            request.hash(sha);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
