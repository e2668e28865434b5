package app.teahouse.membertags;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Members follow a merged tag to the other, or lose a dropped one, in steps however many they are; then the tag itself goes. */
@Component
class MoveWorn implements Job {
    private static final int STEP = 500;

    private final Db db;
    private final TransactionTemplate transaction;

    MoveWorn(Db db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "membertags.move-worn";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    private record Ending(
            CircleId circle, MemberTagId tag, @Nullable MemberTagId into) {}

    @Override
    public boolean step(Instant now) {
        var next = db.sql("""
                select circle_id, tag_id, merged_into
                  from membertags.tag
                 where state <> 'live'
                 order by tag_id
                 limit 1
                """)
                .maybe((row, n) -> new Ending(
                        new CircleId(Db.uuid(row, 1)),
                        new MemberTagId(Db.uuid(row, 2)),
                        Db.maybeUuid(row, 3) == null ? null : new MemberTagId(Db.uuid(row, 3))));
        next.ifPresent(ending -> transaction.executeWithoutResult(_ -> move(ending)));
        return next.isPresent();
    }

    private void move(Ending ending) {
        // The one that gets them is held first, as by whoever gives it to a member.
        if (ending.into() != null) {
            db.sql("select 1 from membertags.tag where circle_id = :circle and tag_id = :into for no key update")
                    .with("circle", ending.circle())
                    .with("into", ending.into())
                    .exists();
            var added = db.sql("""
                    insert into membertags.worn (circle_id, account_id, tag_id, state, how, set_by, set_at)
                    select circle_id, account_id, :into, state, how, set_by, set_at
                      from membertags.worn
                     where circle_id = :circle and tag_id = :tag and state = 'worn'
                     order by account_id
                     limit :most
                    on conflict (circle_id, account_id, tag_id) do update
                       set state = 'worn', how = excluded.how, set_by = excluded.set_by, set_at = excluded.set_at
                     where worn.state <> 'worn'
                    """)
                    .with("circle", ending.circle())
                    .with("tag", ending.tag())
                    .with("into", ending.into())
                    .with("most", STEP)
                    .run();
            db.sql("""
                    update membertags.tag
                       set member_count = member_count + :added
                     where circle_id = :circle and tag_id = :into
                    """)
                    .with("circle", ending.circle())
                    .with("into", ending.into())
                    .with("added", added)
                    .run();
        }
        var gone = db.sql("""
                delete from membertags.worn
                 where circle_id = :circle and tag_id = :tag
                   and account_id in (select account_id
                                        from membertags.worn
                                       where circle_id = :circle and tag_id = :tag
                                       order by state <> 'worn', account_id
                                       limit :most)
                """)
                .with("circle", ending.circle())
                .with("tag", ending.tag())
                .with("most", STEP)
                .run();
        if (gone == 0) {
            db.sql("delete from membertags.tag where circle_id = :circle and tag_id = :tag")
                    .with("circle", ending.circle())
                    .with("tag", ending.tag())
                    .run();
        }
    }
}
