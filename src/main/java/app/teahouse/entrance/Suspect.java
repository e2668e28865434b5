package app.teahouse.entrance;

import app.teahouse.accounts.Email;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for signs of a machine in a sign-up. Nothing is refused for one; the room that watches keeps them. */
@Component
class Suspect {
    /** More from one network within an hour are a crowd. */
    static final int CROWD = 10;

    private final Watch watch;
    private final Stamps stamps;

    Suspect(Watch watch, Stamps stamps) {
        this.watch = watch;
        this.stamps = stamps;
    }

    /**
     * What a form carried beside what was typed.
     *
     * @param trap what stood in the field that no person sees
     * @param stamp when it was opened, signed
     * @param form false where no form was opened at all, as where the program itself opens accounts
     */
    record Carried(String trap, @Nullable String stamp, boolean form) {
        static final Carried NOTHING = new Carried("", null, false);
    }

    Set<Sign> signs(Carried carried, Email email) {
        var signs = EnumSet.noneOf(Sign.class);
        if (!carried.form() || !watch.isOn()) {
            return signs;
        }
        if (!carried.trap().isBlank()) {
            signs.add(Sign.TRAP);
        }
        stamps.look(carried.stamp()).ifPresent(signs::add);
        if (watch.isDisposable(email)) {
            signs.add(Sign.DISPOSABLE);
        }
        return signs;
    }

    /** Behind a proxy that nobody configured all people come from the house itself: then nothing is said about a crowd. */
    static boolean isOutside(String network) {
        return !network.matches(
                "(127|10|192\\.168|172\\.(1[6-9]|2[0-9]|3[01])|169\\.254)\\..*|0:0:0:0:.*|f[cde][0-9a-f:]+/64");
    }
}
