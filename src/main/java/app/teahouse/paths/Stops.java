package app.teahouse.paths;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes the stops of paths. Whoever calls has locked the path. */
@Component
class Stops {
    private final Db db;

    Stops(Db db) {
        this.db = db;
    }

    void add(Member member, Choose.Chosen chosen, int position) {
        var place = chosen.post().firstPlace();
        db.sql("""
                insert into paths.stop (circle_id, account_id, post_id, position, minutes, reasons, series, place)
                values (:circle, :account, :post, :position, :minutes, :reasons, :series, :place)
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("post", chosen.post().post())
                .with("position", position)
                .with("minutes", chosen.post().minutes())
                .withTexts("reasons", chosen.reasons().stream().map(Db::name).toList())
                .with("series", place == null ? null : place.column())
                .with("place", place == null ? null : place.place())
                .run();
    }

    /** Takes the stops away; those that were read are passed. */
    void clear(Member member, Instant now) {
        db.sql("""
                with gone as (
                    delete from paths.stop
                     where circle_id = :circle and account_id = :account
                    returning circle_id, account_id, post_id, done_at)
                insert into paths.passed (circle_id, account_id, post_id, passed_at)
                select circle_id, account_id, post_id, :now from gone where done_at is not null
                on conflict (circle_id, account_id, post_id) do nothing
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("now", now)
                .run();
    }

    void pass(Member member, UUID post, Instant now) {
        db.sql("delete from paths.stop where circle_id = :circle and account_id = :account and post_id = :post")
                .with("circle", member.circle())
                .with("account", member.account())
                .with("post", post)
                .run();
        db.sql("""
                insert into paths.passed (circle_id, account_id, post_id, passed_at)
                values (:circle, :account, :post, :now)
                on conflict (circle_id, account_id, post_id) do nothing
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("post", post)
                .with("now", now)
                .run();
    }
}
