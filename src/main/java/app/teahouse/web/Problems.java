package app.teahouse.web;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns a refusal, or a bug, into an answer: RFC 9457 problem details for programs, a page with a sentence for people. */
@ControllerAdvice
class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /** PostgreSQL's code for a character that the database's encoding does not have. */
    private static final String UNREADABLE = "22021";

    private final Words words;
    private final Frames frames;
    private final Templates templates;
    private final PageTransaction pageTransaction;

    Problems(Words words, Frames frames, Templates templates, PageTransaction pageTransaction) {
        this.words = words;
        this.frames = frames;
        this.templates = templates;
        this.pageTransaction = pageTransaction;
    }

    static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case SIGN_IN_NEEDED -> HttpStatus.UNAUTHORIZED;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        if (refusal.facts().get("retryAfterSeconds") instanceof Long seconds) {
            response.setHeader("Retry-After", seconds.toString());
        }
        if (refusal.kind() == Refusal.Kind.SIGN_IN_NEEDED && !wantsJson(request)) {
            return toSignIn(request);
        }
        return answer(refusal, request, response);
    }

    /** The same page stands at another address for good. The browser may not remember it: an address can be taken back. */
    @ExceptionHandler
    ResponseEntity<Void> moved(Moved moved) {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .header("Location", moved.location())
                .build();
    }

    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        QueryTimeoutException.class,
        CannotAcquireLockException.class
    })
    Object busy(Exception e, HttpServletRequest request, HttpServletResponse response) {
        pageTransaction.giveUp(request);
        log.warn("Busy at {}: {}", request.getRequestURI(), e.toString());
        return refused(Refusal.busy("site.busy"), request, response);
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Refusal.invalid("file", "file.too-large"), request, response);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MissingServletRequestParameterException.class,
        MethodArgumentTypeMismatchException.class,
        MultipartException.class,
        InvalidParameterException.class
    })
    Object malformed(Exception e, HttpServletRequest request, HttpServletResponse response) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refused(refusal, request, response);
            }
        }
        return answer(Refusal.invalid("request", "request.malformed"), request, response);
    }

    /** PostgreSQL refuses characters that no text can hold, such as U+0000 in an address. */
    @ExceptionHandler
    Object unreadable(DataAccessException e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        pageTransaction.giveUp(request);
        return e.getRootCause() instanceof SQLException root && UNREADABLE.equals(root.getSQLState())
                ? answer(Refusal.invalid("request", "request.malformed"), request, response)
                : bug(e, request, response);
    }

    @ExceptionHandler
    Object bug(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var missing = known.getStatusCode().value() == 404
                    || known.getStatusCode().value() == 405;
            return answer(
                    missing ? Refusal.notFound("page.unknown") : Refusal.invalid("request", "request.malformed"),
                    request,
                    response);
        }
        if (response.isCommitted()) {
            throw e;
        }
        pageTransaction.giveUp(request);
        var id = Ids.next().toString();
        log.error("Bug {} at {} {}", id, request.getMethod(), request.getRequestURI(), e);
        response.setStatus(500);
        if (wantsJson(request)) {
            return json(problem(500, "site.bug", Map.of("request", id), Frames.locale(request), request));
        }
        return Page.of(templates.webProblem(frames.frame(request, response), 500, "site.bug", Map.of("request", id)))
                .with(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private Object answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        var status = status(refusal.kind());
        if (wantsJson(request)) {
            var problem = problem(status.value(), refusal.code(), refusal.facts(), Frames.locale(request), request);
            if (!refusal.faults().isEmpty()) {
                problem.setProperty(
                        "errors",
                        refusal.faults().stream()
                                .map(fault -> error(fault, Frames.locale(request)))
                                .toList());
            }
            return json(problem);
        }
        return Page.of(templates.webProblem(
                        frames.frame(request, response), status.value(), refusal.code(), refusal.facts()))
                .with(status);
    }

    private Map<String, Object> error(Refusal.Fault fault, Locale locale) {
        var error = new LinkedHashMap<String, Object>();
        fault.facts().forEach((fact, value) -> error.put(fact, plain(value)));
        error.put("field", fault.field());
        error.put("code", fault.code());
        error.put("detail", words.say(locale, "problem." + fault.code(), fault.facts()));
        return error;
    }

    private ProblemDetail problem(
            int status, String code, Map<String, Object> facts, Locale locale, HttpServletRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(
                org.springframework.http.HttpStatusCode.valueOf(status), words.say(locale, "problem." + code, facts));
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(words.say(locale, "kernel.problem.title." + status));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("code", code);
        facts.forEach((fact, value) -> problem.setProperty(fact, plain(value)));
        return problem;
    }

    private static Object plain(Object fact) {
        return fact instanceof Money money ? Map.of("minor", money.minor(), "currency", money.code()) : fact;
    }

    private static ResponseEntity<ProblemDetail> json(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/api/") || (accept != null && accept.startsWith("application/json"));
    }

    private static Page toSignIn(HttpServletRequest request) {
        var back = request.getMethod().equals("GET") && request.getHeader("HX-Request") == null
                ? "?to=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8)
                : "";
        return Page.to("/sign-in" + back);
    }
}
