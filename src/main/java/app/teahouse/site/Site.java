package app.teahouse.site;

import app.teahouse.circles.Circle.Listing;
import app.teahouse.circles.MayCreate;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.site.Setting.Founders;
import app.teahouse.web.SiteFace;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells the rooms below how the operator set the site. The snapshot is at most ten seconds old on every node. */
@Component
class Site implements SiteFace.Source, MayCreate {
    private final Db db;
    private final LoadingCache<String, Setting> snapshot;

    Site(Db db) {
        this.db = db;
        this.snapshot = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(10))
                .maximumSize(1)
                .build(_ -> fresh());
    }

    Setting setting() {
        return snapshot.get("");
    }

    @Override
    public SiteFace face() {
        return setting().face();
    }

    /** Reads the account anew: what a session remembers may be half a minute old. */
    @Override
    public Listing listingOf(Person founder) {
        var setting = setting();
        var is = founder(founder);
        if (!is.operator() && !is.permitted()) {
            if (setting.founders() == Founders.PERMITTED) {
                throw Refusal.notAllowed("circle.creation-closed");
            }
            if (setting.founders() == Founders.VERIFIED && !is.verified()) {
                throw Refusal.notAllowed("speaking.unverified");
            }
        }
        return setting.listingApproval() && !is.operator() ? Listing.WAITING : Listing.APPROVED;
    }

    @Override
    public boolean offersTo(Visitor visitor) {
        return setting().founders() != Founders.PERMITTED
                || visitor.person()
                        .map(this::founder)
                        .filter(is -> is.operator() || is.permitted())
                        .isPresent();
    }

    private record Founder(boolean verified, boolean permitted, boolean operator) {}

    private Founder founder(Person person) {
        return db.sql("""
                select verified_at is not null, may_create, operator
                  from accounts.account
                 where account_id = :account
                """)
                .with("account", person.account())
                .one((row, n) -> new Founder(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)));
    }

    /** Drops the snapshot once the caller's transaction is committed. */
    void changed() {
        AfterCommit.run(snapshot::invalidateAll);
    }

    private Setting fresh() {
        return db.sql("""
                select name, logo, founders, listing_approval, terms, terms_html, privacy, privacy_html, footer, reports
                  from site.setting
                """).maybe((row, n) -> setting(row)).orElse(Setting.AT_FIRST);
    }

    private static Setting setting(ResultSet row) throws SQLException {
        return new Setting(
                row.getString(1),
                row.getString(2),
                Db.constant(Founders.class, row.getString(3)),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
