package app.teahouse.strikes;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and fills the form of a circle's ladder. */
public final class StrikeForm {
    private StrikeForm() {}

    /** What the fields hold at first. */
    static @Nullable Object[] fields(Ladder ladder) {
        var strikes = new ArrayList<String>();
        var measures = new ArrayList<String>();
        var days = new ArrayList<String>();
        for (var rung : ladder.rungs()) {
            strikes.add(String.valueOf(rung.strikes()));
            measures.add(Db.name(rung.measure()));
            days.add(rung.muteDays() == null ? "" : String.valueOf(rung.muteDays()));
        }
        return new @Nullable Object[] {
            "lapseDays", String.valueOf(ladder.lapseDays()), "strikes", strikes, "measure", measures, "muteDays", days
        };
    }

    static Ladder ladder(Form form) {
        var strikes = form.values("strikes");
        var measures = form.values("measure");
        var days = form.values("muteDays");
        var rungs = new ArrayList<Ladder.Rung>();
        for (var i = 0; i < strikes.size(); i++) {
            if (!strikes.get(i).isBlank()) {
                var measure = measure(at(measures, i));
                rungs.add(new Ladder.Rung(
                        number("rungs", strikes.get(i)),
                        measure,
                        measure == Ladder.Measure.MUTE ? number("rungs", at(days, i)) : null));
            }
        }
        return new Ladder(number("lapseDays", form.value("lapseDays")), rungs);
    }

    /** What a field of a line of the form holds. */
    public static String at(List<String> values, int line) {
        return line < values.size() ? values.get(line) : "";
    }

    static Ladder.Measure measure(String name) {
        return Arrays.stream(Ladder.Measure.values())
                .filter(measure -> Db.name(measure).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("rungs", "strikes.rungs"));
    }

    private static int number(String field, String typed) {
        if (!typed.strip().matches("[0-9]{1,4}")) {
            throw Refusal.invalid(field, field.equals("rungs") ? "strikes.rungs" : "strikes.days");
        }
        return Integer.parseInt(typed.strip());
    }
}
