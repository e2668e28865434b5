package app.teahouse.arrivals;

import app.teahouse.circles.MayCreate;
import app.teahouse.circles.ReserveSlug;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.packing.Keys;
import app.teahouse.packing.Manifest;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Who brought an archive says yes to what they saw. The address is theirs from now on; the circle is there when all of it is in. */
@Component
class BeginArrival {
    private final Db db;
    private final Keys keys;
    private final MayCreate mayCreate;
    private final ReserveSlug reserveSlug;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    BeginArrival(
            Db db,
            Keys keys,
            MayCreate mayCreate,
            ReserveSlug reserveSlug,
            JsonMapper json,
            TransactionTemplate transaction) {
        this.db = db;
        this.keys = keys;
        this.mayCreate = mayCreate;
        this.reserveSlug = reserveSlug;
        this.json = json;
        this.transaction = transaction;
    }

    /**
     * @param slug the address it gets
     * @param passphrase of the export, or nothing: then nobody takes a place again
     * @param wasOwner whether they are the owner whom the archive names
     */
    record Wish(String slug, @Nullable String passphrase, boolean wasOwner) {}

    private record Ready(
            UUID origin, String manifest, @Nullable String check) {}

    /**
     * Not in a transaction as a whole: the key takes a while on purpose.
     *
     * @throws Refusal {@code arrival.not-ready}, {@code arrival.passphrase-wrong}, {@code slug.taken} and others
     */
    void begin(Person person, CircleId circle, Wish wish) {
        var listing = mayCreate.listingOf(person);
        var ready = ready(person, circle);
        var key = key(ready, wish.passphrase());
        var own = wish.wasOwner()
                ? json.readValue(ready.manifest(), Manifest.class).owner()
                : 0;
        transaction.executeWithoutResult(_ -> {
            reserveSlug.reserve(circle, wish.slug().strip());
            var begun = db.sql("""
                    update arrivals.arrival
                       set state = 'running', slug = :slug, own = :own, listing = :listing, blinded_key = :key
                     where circle_id = :circle and made_by = :person and state = 'ready'
                    """)
                    .with("circle", circle)
                    .with("person", person.account())
                    .with("slug", wish.slug().strip())
                    .with("own", own)
                    .with("listing", listing)
                    .with("key", key == null ? null : keys.blind(key, circle.value()))
                    .run();
            if (begun == 0) {
                throw Refusal.conflict("arrival.not-ready");
            }
        });
    }

    private Ready ready(Person person, CircleId circle) {
        return db.sql("""
                select origin, manifest, key_check
                  from arrivals.arrival
                 where circle_id = :circle and made_by = :person and state = 'ready'
                """)
                .with("circle", circle)
                .with("person", person.account())
                .maybe((row, n) -> new Ready(Db.uuid(row, 1), row.getString(2), row.getString(3)))
                .orElseThrow(() -> Refusal.conflict("arrival.not-ready"));
    }

    private byte @Nullable [] key(Ready ready, @Nullable String passphrase) {
        if (passphrase == null || passphrase.isBlank()) {
            return null;
        }
        var key = keys.derive(passphrase, ready.origin());
        if (!Objects.equals(keys.check(key), ready.check())) {
            throw Refusal.invalid("passphrase", "arrival.passphrase-wrong");
        }
        return key;
    }
}
