package app.teahouse.segments;

import app.teahouse.kernel.Refusal;
import app.teahouse.segments.Condition.Fact;
import app.teahouse.segments.Filter.Join;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Conditions as they are kept: JSON with the version of its form. */
final class Kept {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Kept() {}

    record Line(String fact, boolean not, String value) {
        Condition condition() {
            return Condition.of(Fact.named(fact), not, value);
        }
    }

    private record Sheet(int version, List<Line> conditions) {}

    static String write(Filter filter) {
        return JSON.writeValueAsString(new Sheet(
                VERSION,
                filter.conditions().stream()
                        .map(one -> new Line(one.fact().key(), one.not(), one.value()))
                        .toList()));
    }

    static Filter read(Join join, String text) {
        var sheet = JSON.readValue(text, Sheet.class);
        if (sheet.version() != VERSION) {
            throw new IllegalStateException("Conditions of version " + sheet.version());
        }
        return new Filter(join, sheet.conditions().stream().map(Line::condition).toList());
    }

    /** For what comes from elsewhere. */
    static boolean isReadable(String text) {
        try {
            var many = read(Join.ALL, text).conditions().size();
            return many > 0 && many <= Filter.MOST;
        } catch (JacksonException | Refusal | IllegalStateException | NullPointerException _) {
            return false;
        }
    }
}
