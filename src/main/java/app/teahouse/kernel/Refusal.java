package app.teahouse.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The system understood and said no. Everything else that goes wrong is a bug.
 *
 * <p>The code is the contract: it is the key of the sentence in both languages ({@code problem.<code>} in the room's messages),
 * the address of its page ({@code /problems/<code>}) and what tests assert.
 */
public final class Refusal extends RuntimeException {

    public enum Kind {
        NOT_FOUND,
        NOT_ALLOWED,
        SIGN_IN_NEEDED,
        CONFLICT,
        INVALID,
        TOO_MANY,
        BUSY
    }

    /** What is wrong with one field of a form or a request body; {@code field} is its name there. */
    public record Fault(String field, String code, Map<String, Object> facts) {}

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> facts;
    private final transient List<Fault> faults;

    private Refusal(Kind kind, String code, Map<String, Object> facts, List<Fault> faults) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.facts = facts;
        this.faults = faults;
    }

    public static Refusal notFound(String code) {
        return new Refusal(Kind.NOT_FOUND, code, Map.of(), List.of());
    }

    public static Refusal notAllowed(String code) {
        return new Refusal(Kind.NOT_ALLOWED, code, Map.of(), List.of());
    }

    public static Refusal signInNeeded() {
        return new Refusal(Kind.SIGN_IN_NEEDED, "sign-in.needed", Map.of(), List.of());
    }

    public static Refusal conflict(String code) {
        return new Refusal(Kind.CONFLICT, code, Map.of(), List.of());
    }

    /** Too often; {@code retryAfterSeconds} tells when it may be tried again, and {@code minutes} if that is long. */
    public static Refusal tooMany(String code, long retryAfterSeconds) {
        var minutes = retryAfterSeconds < 100 ? 0 : (retryAfterSeconds + 59) / 60;
        return new Refusal(
                Kind.TOO_MANY, code, Map.of("retryAfterSeconds", retryAfterSeconds, "minutes", minutes), List.of());
    }

    /** Not now: something is exhausted for a moment. */
    public static Refusal busy(String code) {
        return new Refusal(Kind.BUSY, code, Map.of("retryAfterSeconds", 2L), List.of());
    }

    /** One field is wrong. */
    public static Refusal invalid(String field, String code) {
        return invalid(List.of(new Fault(field, code, Map.of())));
    }

    /** Several fields are wrong; the refusal carries the code of the first. See {@link Faults}. */
    public static Refusal invalid(List<Fault> faults) {
        var first = faults.getFirst();
        return new Refusal(Kind.INVALID, first.code(), first.facts(), List.copyOf(faults));
    }

    /**
     * The same refusal with one more fact, which the sentence may name as {@code {fact}}: also that of the first field, as a refusal of
     * input says what is said of that. Money and days are said as the reader writes them.
     */
    public Refusal with(String fact, Object value) {
        var more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        var all = new ArrayList<>(faults);
        if (!all.isEmpty()) {
            all.set(0, new Fault(all.getFirst().field(), code, more));
        }
        return new Refusal(kind, code, more, List.copyOf(all));
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    public List<Fault> faults() {
        return faults;
    }
}
