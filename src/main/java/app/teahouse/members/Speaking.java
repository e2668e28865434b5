package app.teahouse.members;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Standing.Silence;
import app.teahouse.kernel.Surface;
import app.teahouse.speaking.Hush;
import app.teahouse.speaking.Ruling;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a member may speak: f(circle, member, surface, time). The order stands in docs/access.md: what was said to this
 * member goes before what the circle says to all at this hour, that before what it says to a role, and that before the product's own default.
 */
final class Speaking {

    /** The roles a circle's default can be set for; staff speak everywhere. */
    static final List<Role> ROLES = List.of(Role.GUEST_EXPERT, Role.VOLUNTEER, Role.MEMBER);

    private static final Set<Surface> FOR_STAFF = EnumSet.of(Surface.INVITE);

    private Speaking() {}

    /**
     * Everything that was said.
     *
     * @param defaults by the circle to the role
     * @param rulings to this member
     * @param hushes to the whole circle
     */
    record Said(List<Default> defaults, List<Word> rulings, List<Hush> hushes) {
        static final Said NOTHING = new Said(List.of(), List.of(), List.of());
    }

    /** What a circle says to a role about a surface. */
    record Default(Surface surface, boolean allowed) {}

    /** A ruling, as far as the Gate has to know it. */
    record Word(
            UUID ruling,
            Ruling.Kind kind,
            List<Surface> surfaces,
            @Nullable Instant until,
            String reason) {

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

        boolean isOver(Instant now) {
            return until != null && !until.isAfter(now);
        }
    }

    /** What the product says where a circle says nothing: members speak everywhere but do not invite. */
    static boolean allowsByItself(Role role, Surface surface) {
        return role.isStaff() || !FOR_STAFF.contains(surface);
    }

    /** The surfaces where somebody may not speak now, each with the reason that weighs most: what comes later here weighs more. */
    static Map<Surface, Silence> silences(Role role, Said said, Paid paid, Instant now, ZoneId zone) {
        var silences = new EnumMap<Surface, Silence>(Surface.class);
        var pays = role == Role.MEMBER || role == Role.VOLUNTEER;
        if (!role.isStaff()) {
            usual(silences, role, said.defaults());
            if (pays) {
                paid.closes().forEach(surface -> silences.put(surface, Silence.of("speaking.plan")));
            }
            said.hushes().forEach(hush -> rest(silences, role, hush, now, zone));
            said.rulings().stream()
                    .filter(word -> word.kind() == Ruling.Kind.GRANT && word.holds(now))
                    .forEach(word -> word.surfaces().forEach(silences::remove));
            if (pays && paid.isOver(now)) {
                grace(silences);
            }
        }
        // Nobody stands above an owner, so nobody could lift what was said before they became one.
        if (role != Role.OWNER) {
            said.rulings().stream()
                    .filter(word -> word.kind() == Ruling.Kind.MUTE && word.holds(now))
                    .forEach(word -> mute(silences, word));
        }
        return silences;
    }

    private static void usual(Map<Surface, Silence> silences, Role role, List<Default> defaults) {
        for (var surface : Surface.values()) {
            if (!allowsByItself(role, surface)) {
                silences.put(surface, Silence.of("speaking.role"));
            }
        }
        defaults.forEach(said -> {
            if (said.allowed()) {
                silences.remove(said.surface());
            } else {
                silences.put(said.surface(), Silence.of("speaking.role"));
            }
        });
    }

    private static void rest(Map<Surface, Silence> silences, Role role, Hush hush, Instant now, ZoneId zone) {
        if (hush.spares().contains(role)) {
            return;
        }
        hush.around(now, zone)
                .ifPresent(rest -> hush.surfaces()
                        .forEach(surface -> silences.merge(
                                surface,
                                new Silence("speaking.hushed", rest.until(), hush.reason(), null),
                                Speaking::longer)));
    }

    /** Of two rests the one that ends last, since nobody speaks before; of anything else and a rest the rest. */
    private static Silence longer(Silence before, Silence rest) {
        if (!before.code().equals(rest.code()) || before.until() == null) {
            return before.code().equals(rest.code()) ? before : rest;
        }
        return rest.until() == null || rest.until().isAfter(before.until()) ? rest : before;
    }

    /** After the time that was paid, one reads on for the days of grace, and writes nowhere. */
    private static void grace(Map<Surface, Silence> silences) {
        for (var surface : Surface.values()) {
            silences.put(surface, Silence.of("membership.grace"));
        }
    }

    private static void mute(Map<Surface, Silence> silences, Word word) {
        for (var surface : word.surfaces()) {
            silences.put(surface, new Silence("speaking.muted", word.until(), word.reason(), word.ruling()));
        }
    }
}
