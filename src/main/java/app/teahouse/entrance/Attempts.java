package app.teahouse.entrance;

import app.teahouse.accounts.Device;
import app.teahouse.accounts.Email;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.secrets.SiteKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts tries at an address's secrets, on all nodes together. A try is taken before it is known how it ends, so that many at once
 * are no way around, and given back when it ends well. Addresses are kept as HMACs: the table names nobody.
 */
@Component
class Attempts {
    /** New accounts from one network: a school or a company has one address, too. */
    static final int MOST_AN_HOUR = 30;

    static final int MOST_A_DAY = 100;

    private final Db db;
    private final Clock clock;
    private final SiteKey key;

    Attempts(Db db, Clock clock, SiteKey key) {
        this.db = db;
        this.clock = clock;
        this.key = key;
    }

    /** How many tries there are, and in what time. */
    private record Bound(String kind, String who, int most, Duration per) {}

    /** @throws Refusal {@code site.too-often} */
    void take(String kind, Email email, Device device) {
        for (var bound : bounds(kind, email, device)) {
            take(bound);
        }
    }

    void giveBack(String kind, Email email, Device device) {
        for (var bound : bounds(kind, email, device)) {
            db.sql("update entrance.attempt set tries = tries - 1 where who = :who and kind = :kind and tries > 0")
                    .with("who", who(bound))
                    .with("kind", bound.kind())
                    .run();
        }
    }

    /** Few from one network at one address; more at the address from everywhere, so that a stranger cannot easily lock it. */
    private static List<Bound> bounds(String kind, Email email, Device device) {
        return List.of(
                new Bound(kind + ".here", email.text() + ' ' + device.network(), 8, Duration.ofMinutes(15)),
                new Bound(kind + ".address", email.text(), 40, Duration.ofHours(1)),
                new Bound(kind + ".network", device.network(), 200, Duration.ofHours(1)));
    }

    /** A new account from this network; answers how many that makes within the hour. */
    int newAccount(String network) {
        var hour = new Bound("sign-up.hour", network, MOST_AN_HOUR, Duration.ofHours(1));
        take(new Bound("sign-up.day", network, MOST_A_DAY, Duration.ofDays(1)));
        return take(hour);
    }

    private int take(Bound bound) {
        var now = clock.instant();
        var taken = db.sql("""
                insert into entrance.attempt as a (who, kind, tries, first_at)
                values (:who, :kind, 1, :now)
                    on conflict (who, kind) do update
                   set tries = case when a.first_at <= :since then 1 else a.tries + 1 end,
                       first_at = case when a.first_at <= :since then :now else a.first_at end
                returning tries, first_at
                """)
                .with("who", who(bound))
                .with("kind", bound.kind())
                .with("now", now)
                .with("since", now.minus(bound.per()))
                .one((row, n) -> new Taken(row.getInt(1), Db.instant(row, 2)));
        if (taken.tries() > bound.most()) {
            var left = Duration.between(now, taken.since().plus(bound.per()));
            throw Refusal.tooMany("site.too-often", left.toSeconds() + 1);
        }
        return taken.tries();
    }

    private record Taken(int tries, Instant since) {}

    private byte[] who(Bound bound) {
        // The purpose is part of what is kept, so it stays what it was when this stood in accounts.
        return key.mac("accounts.attempt", bound.who().getBytes(StandardCharsets.UTF_8));
    }
}
