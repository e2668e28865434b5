package app.teahouse.kernel;

import app.teahouse.kernel.Refusal.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with an input, so that a person hears of all fields at once. Operations check with it, so page, API and
 * import refuse the same things with the same codes (docs/decisions/0005).
 */
public final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    public Faults require(boolean holds, String field, String code) {
        return require(holds, field, code, Map.of());
    }

    public Faults require(boolean holds, String field, String code, Map<String, Object> facts) {
        if (!holds && faults.stream().noneMatch(f -> f.field().equals(field))) {
            faults.add(new Fault(field, code, facts));
        }
        return this;
    }

    /** Requires text that is not blank and at most {@code most} characters (code points) long. */
    public Faults text(String field, @Nullable String value, int most) {
        require(value != null && !value.isBlank(), field, "field.missing");
        return atMost(field, value, most);
    }

    /** Allows blank text, of at most {@code most} characters (code points). */
    public Faults atMost(String field, @Nullable String value, int most) {
        var length = value == null ? 0 : value.codePointCount(0, value.length());
        require(value == null || value.indexOf('\0') < 0, field, "field.unreadable");
        return require(length <= most, field, "field.too-long", Map.of("most", most, "length", length));
    }

    /** @throws Refusal of kind INVALID if anything was wrong */
    public void refuse() {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
