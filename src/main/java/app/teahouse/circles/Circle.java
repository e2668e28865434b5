package app.teahouse.circles;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Halt;
import app.teahouse.kernel.ReadingRules;
import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A circle and its settings: an immutable snapshot, at most ten seconds old unless it was read {@link Circles#fresh}. */
public record Circle(
        CircleId id,
        String slug,
        String name,
        String promise,
        String colour,
        @Nullable String cover,
        Locale language,
        ZoneId zone,
        Price price,
        Visibility visibility,
        JoinMode joinMode,
        boolean publicReading,
        boolean teasers,
        ReadingRules reading,
        int rulesVersion,
        Listing listing,
        State state,
        @Nullable Instant deleteAt,
        @Nullable Halt halt,
        AccountId owner,
        long version) {

    public enum Price {
        FREE,
        PAID
    }

    public enum Visibility {
        /** Found by everybody. */
        LISTED,
        /** Whoever has the address sees the about page. */
        UNLISTED,
        /** Not found outside. */
        HIDDEN
    }

    public enum JoinMode {
        OPEN,
        APPLICATION,
        INVITATION,
        PASSWORD
    }

    /** Whether the operator lets it into discovery. */
    public enum Listing {
        APPROVED,
        WAITING,
        REFUSED
    }

    public enum State {
        ACTIVE,
        /** Read-only. */
        ARCHIVED,
        /** Read-only because the operator said so; see {@link Halt}. */
        FROZEN,
        /** Its owner has some days to think again. */
        DELETING
    }

    public Face face() {
        return new Face(
                id,
                slug,
                name,
                promise,
                colour,
                cover,
                language,
                zone,
                publicReading,
                state != State.ACTIVE,
                halt,
                reading);
    }

    /** Nobody joins, buys or renews here now: {@code circle.frozen}, {@code circle.closing} or {@code circle.archived}. */
    public Refusal refusal() {
        return halt == null ? Refusal.conflict("circle.archived") : halt.refusal();
    }

    public boolean isHidden() {
        return visibility == Visibility.HIDDEN || state == State.DELETING;
    }

    /** Whether everybody finds it. */
    public boolean isInDirectory() {
        return visibility == Visibility.LISTED && listing == Listing.APPROVED && state == State.ACTIVE;
    }

    /** Whether its time to think again has run out, so that nobody finds it any more while its rows are taken away. */
    public boolean isGone(Instant now) {
        return deleteAt != null && !deleteAt.isAfter(now);
    }

    public Access access() {
        return new Access(visibility, joinMode, publicReading, teasers);
    }
}
