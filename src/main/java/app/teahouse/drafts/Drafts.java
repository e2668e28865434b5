package app.teahouse.drafts;

import app.teahouse.files.Holder;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what somebody is writing, one draft a circle for a new post and one for each post they edit. */
@Component
public class Drafts {
    private final Db db;
    private final Clock clock;
    private final Holdings holdings;

    Drafts(Db db, Clock clock, Holdings holdings) {
        this.db = db;
        this.clock = clock;
        this.holdings = holdings;
    }

    public record Draft(String title, String body, Instant savedAt) {}

    /** @param post the post that is edited, or null for a new one */
    public Optional<Draft> find(Member member, @Nullable Id post) {
        return db.sql("""
                select title, body, saved_at
                  from drafts.draft
                 where account_id = :account and circle_id = :circle and place_id = :place
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("place", place(member.circle(), post))
                .maybe((row, n) -> new Draft(row.getString(1), row.getString(2), Db.instant(row, 3)));
    }

    @Transactional
    public void save(Member member, @Nullable Id post, String title, String body) {
        new Faults()
                .atMost("title", title, PostText.LONGEST_TITLE * 2)
                .atMost("text", body, PostText.LONGEST_BODY * 2)
                .refuse();
        if (title.isBlank() && body.isBlank()) {
            forget(member.account(), member.circle(), post);
            return;
        }
        db.sql("""
                insert into drafts.draft (account_id, circle_id, place_id, title, body, saved_at)
                values (:account, :circle, :place, :title, :body, :now)
                on conflict (account_id, circle_id, place_id) do update
                   set title = excluded.title, body = excluded.body, saved_at = excluded.saved_at
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("place", place(member.circle(), post))
                .with("title", title)
                .with("body", body)
                .with("now", clock.instant())
                .run();
        holdings.set(member.circle(), holder(member.account(), place(member.circle(), post)), CircleText.ids(body));
    }

    public void forget(AccountId account, CircleId circle, @Nullable Id post) {
        db.sql("delete from drafts.draft where account_id = :account and circle_id = :circle and place_id = :place")
                .with("account", account)
                .with("circle", circle)
                .with("place", place(circle, post))
                .run();
        holdings.release(circle, holder(account, place(circle, post)));
    }

    /** All that somebody is writing, since they leave. */
    @Transactional
    public void forgetAll(AccountId account) {
        release(db.sql("delete from drafts.draft where account_id = :account returning account_id, circle_id, place_id")
                .with("account", account)
                .all((row, n) -> place(row)));
    }

    /** What nobody has come back to; a few hundred at a time. */
    @Transactional
    public void forgetBefore(Instant before) {
        release(db.sql("""
                delete from drafts.draft
                 where (account_id, circle_id, place_id) in
                       (select account_id, circle_id, place_id
                          from drafts.draft
                         where saved_at < :before
                         order by saved_at
                         limit 200)
                returning account_id, circle_id, place_id
                """).with("before", before).all((row, n) -> place(row)));
    }

    private record PlaceId(UUID value) implements Id {}

    private record Place(AccountId account, CircleId circle, PlaceId place) {}

    private static Place place(ResultSet row) throws SQLException {
        return new Place(new AccountId(Db.uuid(row, 1)), new CircleId(Db.uuid(row, 2)), new PlaceId(Db.uuid(row, 3)));
    }

    private void release(List<Place> places) {
        places.forEach(one -> holdings.release(one.circle(), holder(one.account(), one.place())));
    }

    private static Holder holder(AccountId account, Id place) {
        return Holder.of("draft", account, place);
    }

    private static Id place(CircleId circle, @Nullable Id post) {
        return post == null ? circle : post;
    }
}
