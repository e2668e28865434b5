package app.teahouse.announcements;

import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far an announcement has come. What may happen next stands on the stage that permits it. */
sealed interface Stage {

    record Draft() implements Stage {

        /** Now, or at a moment to come. */
        Scheduled schedule(@Nullable Instant at, Instant now) {
            return new Scheduled(at == null || at.isBefore(now) ? now : at);
        }
    }

    record Scheduled(Instant at) implements Stage {

        Draft recall() {
            return new Draft();
        }

        Sending begin(Instant now) {
            return new Sending(at, now);
        }
    }

    record Sending(Instant at, Instant since) implements Stage {

        Sent finish(Instant now) {
            return new Sent(at, since, now);
        }

        /** Who has it keeps it. */
        Cancelled cancel(Instant now) {
            return new Cancelled(at, since, now);
        }
    }

    record Sent(Instant at, Instant since, Instant ended) implements Stage {}

    record Cancelled(Instant at, Instant since, Instant ended) implements Stage {}

    /** Its name in SQL, in addresses and in the keys of messages. */
    default String name() {
        return switch (this) {
            case Draft _ -> "draft";
            case Scheduled _ -> "scheduled";
            case Sending _ -> "sending";
            case Sent _ -> "sent";
            case Cancelled _ -> "cancelled";
        };
    }

    default @Nullable Instant sendAt() {
        return switch (this) {
            case Draft _ -> null;
            case Scheduled(var at) -> at;
            case Sending(var at, var _) -> at;
            case Sent(var at, var _, var _) -> at;
            case Cancelled(var at, var _, var _) -> at;
        };
    }

    default @Nullable Instant beganAt() {
        return switch (this) {
            case Draft _, Scheduled _ -> null;
            case Sending(var _, var since) -> since;
            case Sent(var _, var since, var _) -> since;
            case Cancelled(var _, var since, var _) -> since;
        };
    }

    default @Nullable Instant endedAt() {
        return switch (this) {
            case Draft _, Scheduled _, Sending _ -> null;
            case Sent(var _, var _, var ended) -> ended;
            case Cancelled(var _, var _, var ended) -> ended;
        };
    }

    /** @throws Refusal {@code announcement.not-draft} */
    default Draft draft() {
        if (this instanceof Draft draft) {
            return draft;
        }
        throw Refusal.conflict("announcement.not-draft");
    }

    static Stage of(String name, @Nullable Instant at, @Nullable Instant began, @Nullable Instant ended) {
        return switch (name) {
            case "draft" -> new Draft();
            case "scheduled" -> new Scheduled(there(at));
            case "sending" -> new Sending(there(at), there(began));
            case "sent" -> new Sent(there(at), there(began), there(ended));
            case "cancelled" -> new Cancelled(there(at), there(began), there(ended));
            default -> throw new IllegalStateException("No stage is called " + name);
        };
    }

    private static Instant there(@Nullable Instant at) {
        return Objects.requireNonNull(at);
    }
}
