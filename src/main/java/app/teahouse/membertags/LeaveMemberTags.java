package app.teahouse.membertags;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What staff noted of somebody by tags is theirs to take along, and goes with their account. */
@Component
@Order(-3)
class LeaveMemberTags implements Leaving, OwnData {
    private static final int STEP = 500;

    private final Db db;
    private final MemberTagsHousehold household;
    private final CirclesOf circlesOf;

    LeaveMemberTags(Db db, MemberTagsHousehold household, CirclesOf circlesOf) {
        this.db = db;
        this.household = household;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var more = false;
        for (var circle : circlesOf.all(account)) {
            more |= household.forget(circle, account, STEP);
        }
        return more;
    }

    private record Line(UUID circle, String group, String heading, String name, String state, Instant since) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("member-tags.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(circle, account)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account) {
        return db.sql("""
                select t.grouping, t.heading, t.name, w.state, w.set_at
                  from membertags.worn w
                  join membertags.tag t on t.circle_id = w.circle_id and t.tag_id = w.tag_id
                 where w.circle_id = :circle and w.account_id = :account and t.state <> 'dropped'
                 order by t.tag_id
                 limit 1000
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Line(
                        circle.value(),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Db.instant(row, 5)));
    }
}
