package app.teahouse.payments;

import app.teahouse.gateways.Gateway.Means;
import app.teahouse.gateways.MeansId;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.secrets.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards that their owners let us keep. What a gateway needs to charge one is sealed, and nobody is ever shown it. */
@Component
public class SavedMeans {
    private static final String PURPOSE = "payments.means";

    private final Db db;
    private final Clock clock;
    private final Vault vault;
    private final Ways ways;

    SavedMeans(Db db, Clock clock, Vault vault, Ways ways) {
        this.db = db;
        this.clock = clock;
        this.vault = vault;
        this.ways = ways;
    }

    /**
     * @param home whose way of paying it belongs to; {@link Ways#SITE} for the site's
     * @param label what its owner knows it by
     */
    public record Card(
            MeansId id,
            CircleId home,
            WayId way,
            String label,
            @Nullable Integer expiresYear,
            @Nullable Integer expiresMonth,
            Instant keptAt) {}

    public List<Card> of(AccountId account) {
        return db.sql("""
                select means_id, circle_id, way_id, label, expires_year, expires_month, made_at
                  from payments.means
                 where account_id = :account
                 order by means_id desc
                 limit 100
                """).with("account", account).all((row, n) -> card(row));
    }

    public Optional<Card> find(AccountId account, MeansId id) {
        return db.sql("""
                select means_id, circle_id, way_id, label, expires_year, expires_month, made_at
                  from payments.means
                 where account_id = :account and means_id = :id
                """).with("account", account).with("id", id).maybe((row, n) -> card(row));
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                new MeansId(Db.uuid(row, 1)),
                new CircleId(Db.uuid(row, 2)),
                new WayId(Db.uuid(row, 3)),
                row.getString(4),
                row.getObject(5, Integer.class),
                row.getObject(6, Integer.class),
                Db.instant(row, 7));
    }

    /** Nothing is charged to it from now on. Harmless if it is gone. */
    public void remove(AccountId account, MeansId id) {
        db.sql("delete from payments.means where account_id = :account and means_id = :id")
                .with("account", account)
                .with("id", id)
                .run();
    }

    /** The same card kept again stays one: its token is replaced. */
    @Nullable
    MeansId keep(AccountId account, Attempt attempt, @Nullable Means means) {
        if (means == null || !attempt.save()) {
            return null;
        }
        var home = ways.find(attempt.way()).map(Way::home);
        if (home.isEmpty()) {
            return null;
        }
        // Under its old id, by which whatever renews itself by it finds it.
        var id = same(account, attempt.way(), means.label()).orElseGet(() -> new MeansId(Ids.next()));
        db.sql("""
                insert into payments.means
                       (account_id, means_id, circle_id, way_id, token, label, expires_year, expires_month, made_at)
                values (:account, :id, :home, :way, :token, :label, :year, :month, :now)
                on conflict (account_id, means_id) do update
                   set token = excluded.token, expires_year = excluded.expires_year, expires_month = excluded.expires_month
                """)
                .with("account", account)
                .with("id", id)
                .with("home", home.get())
                .with("way", attempt.way())
                .with("token", vault.seal(PURPOSE, id.value(), means.token()))
                .with("label", means.label())
                .with("year", means.expiresYear())
                .with("month", means.expiresMonth())
                .with("now", clock.instant())
                .run();
        return id;
    }

    private Optional<MeansId> same(AccountId account, WayId way, String label) {
        return db.sql("""
                select means_id
                  from payments.means
                 where account_id = :account and way_id = :way and label = :label
                 order by means_id
                 limit 1
                """)
                .with("account", account)
                .with("way", way)
                .with("label", label)
                .maybe((row, n) -> new MeansId(Db.uuid(row, 1)));
    }

    record Opened(WayId way, String token) {}

    /** What the gateway needs; nothing where the card is gone, or was sealed under another key of the site. */
    Optional<String> open(AccountId account, @Nullable MeansId id) {
        return id == null ? Optional.empty() : opened(account, id).map(Opened::token);
    }

    Optional<Opened> opened(AccountId account, MeansId id) {
        record Row(WayId way, byte[] token) {}
        return db.sql("select way_id, token from payments.means where account_id = :account and means_id = :id")
                .with("account", account)
                .with("id", id)
                .maybe((row, n) -> new Row(new WayId(Db.uuid(row, 1)), row.getBytes(2)))
                .flatMap(
                        row -> vault.open(PURPOSE, id.value(), row.token()).map(token -> new Opened(row.way(), token)));
    }

    /** Those of a circle's own ways, when the circle goes. */
    public boolean forget(CircleId circle, int atMost) {
        return db.sql("""
                delete from payments.means
                 where (account_id, means_id) in (select account_id, means_id
                                                    from payments.means
                                                   where circle_id = :circle
                                                   limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    void forget(AccountId account) {
        db.sql("delete from payments.means where account_id = :account")
                .with("account", account)
                .run();
    }
}
