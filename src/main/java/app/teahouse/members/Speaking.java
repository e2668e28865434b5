package app.teahouse.members;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Standing.Silence;
import app.teahouse.kernel.Surface;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a member may speak: f(circle, member, surface, time). The order stands in docs/access.md: what was said to this
 * member goes before what the circle says to a role, and that goes before the product's own default.
 */
final class Speaking {

    /** The roles a circle's default can be set for; staff speak everywhere. */
    static final List<Role> ROLES = List.of(Role.GUEST_EXPERT, Role.VOLUNTEER, Role.MEMBER);

    private static final Set<Surface> FOR_STAFF = EnumSet.of(Surface.INVITE);

    private Speaking() {}

    /** A member is silenced on a surface, until a moment or until somebody lifts it. */
    record Mute(Surface surface, @Nullable Instant until) {

        boolean holds(Instant now) {
            return until == null || until.isAfter(now);
        }
    }

    /**
     * What somebody paid for.
     *
     * @param until when the time is over, or null where it never is
     * @param closes where the plan lets nobody speak
     */
    record Paid(@Nullable Instant until, List<Surface> closes) {
        static final Paid FREE = new Paid(null, List.of());
    }

    /** What a circle says to a role about a surface. */
    record Default(Surface surface, boolean allowed) {}

    /** What the product says where a circle says nothing: members speak everywhere but do not invite. */
    static boolean allowsByItself(Role role, Surface surface) {
        return role.isStaff() || !FOR_STAFF.contains(surface);
    }

    /** The surfaces where somebody may not speak now, each with the reason that weighs most. */
    static Map<Surface, Silence> silences(Role role, List<Default> defaults, List<Mute> mutes, Paid paid, Instant now) {
        var silences = new EnumMap<Surface, Silence>(Surface.class);
        for (var surface : Surface.values()) {
            if (!allowsByItself(role, surface)) {
                silences.put(surface, new Silence("speaking.role", null));
            }
        }
        if (!role.isStaff()) {
            defaults.forEach(said -> {
                if (said.allowed()) {
                    silences.remove(said.surface());
                } else {
                    silences.put(said.surface(), new Silence("speaking.role", null));
                }
            });
        }
        if (role == Role.MEMBER || role == Role.VOLUNTEER) {
            close(silences, paid, now);
        }
        mutes.stream()
                .filter(mute -> mute.holds(now))
                .forEach(mute -> silences.put(mute.surface(), new Silence("speaking.muted", mute.until())));
        return silences;
    }

    /** After the time that was paid, one reads on for the days of grace, and writes nowhere. */
    private static void close(Map<Surface, Silence> silences, Paid paid, Instant now) {
        paid.closes().forEach(surface -> silences.put(surface, new Silence("speaking.plan", null)));
        if (paid.until() != null && !paid.until().isAfter(now)) {
            for (var surface : Surface.values()) {
                silences.put(surface, new Silence("membership.grace", null));
            }
        }
    }
}
