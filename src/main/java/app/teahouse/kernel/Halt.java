package app.teahouse.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The operator of the site halted a circle: it is read, and nothing is written in it but what a door lets through.
 *
 * @param closing whether it is closed for good at {@code until}; else it is frozen, until then or until an operator looks again
 * @param reason what the operator said to those who lead it
 */
public record Halt(boolean closing, @Nullable Instant until, String reason) {

    /** The same for a page, a program and an import: {@code circle.frozen} or {@code circle.closing}. */
    public Refusal refusal() {
        var refusal = Refusal.notAllowed(code());
        return until == null ? refusal : refusal.with("until", until);
    }

    public String code() {
        return closing ? "circle.closing" : "circle.frozen";
    }
}
