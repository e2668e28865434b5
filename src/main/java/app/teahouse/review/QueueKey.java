package app.teahouse.review;

import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in the queue: what is more pressing first, and of that what waits longest.
 *
 * @param risk from 3 to 0
 */
record QueueKey(int risk, Instant since, UUID id) {
    static final UUID FIRST = new UUID(0, 0);

    /** As the database sorts them. */
    static final Comparator<QueueKey> ORDER = Comparator.comparingInt((QueueKey key) -> -key.risk())
            .thenComparing(QueueKey::since)
            .thenComparing(key -> key.id().toString());

    String text() {
        return risk + "." + ChronoUnit.MICROS.between(Instant.EPOCH, since) + "." + id;
    }

    /** Nothing stands before it. */
    static QueueKey start() {
        return new QueueKey(Risk.MOST + 1, Instant.EPOCH, FIRST);
    }

    static QueueKey of(@Nullable String text) {
        if (text == null) {
            return start();
        }
        var parts = text.split("\\.");
        if (parts.length != 3
                || !parts[0].matches("[0-4]")
                || !parts[1].matches("[0-9]{1,17}")
                || !parts[2].matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Refusal.invalid("after", "field.unknown-choice");
        }
        return new QueueKey(
                Integer.parseInt(parts[0]),
                Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS),
                UUID.fromString(parts[2]));
    }

    /** For what is always as pressing as this: whether any of it can stand after this key, and from where on. */
    @Nullable
    QueueKey among(int constant) {
        if (risk < constant) {
            return null;
        }
        return risk > constant ? new QueueKey(constant, Instant.EPOCH, FIRST) : this;
    }
}
