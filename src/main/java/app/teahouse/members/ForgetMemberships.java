package app.teahouse.members;

import app.teahouse.circles.Circles;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.files.Uploads;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** In which circles somebody was is forgotten last: the other rooms find by it what they have to take away. */
@Component
@Order(-2)
class ForgetMemberships implements Leaving, OwnData {
    private static final int STEP = 500;

    private final Db db;
    private final CirclesOf circlesOf;
    private final Circles circles;
    private final Uploads uploads;
    private final Discretion discretion;

    ForgetMemberships(Db db, CirclesOf circlesOf, Circles circles, Uploads uploads, Discretion discretion) {
        this.db = db;
        this.circlesOf = circlesOf;
        this.circles = circles;
        this.uploads = uploads;
        this.discretion = discretion;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        discretion.forget(account);
        return db.sql("""
                delete from members.account_circle
                 where account_id = :account
                   and circle_id in (select circle_id
                                       from members.account_circle
                                      where account_id = :account
                                      limit :most)
                """).with("account", account).with("most", STEP).run() == STEP;
    }

    private record Mine(
            UUID circle,
            @Nullable String name,
            long number,
            String role,
            String state,
            String alias,
            @Nullable String picture,
            String introduction,
            Instant joinedAt,
            @Nullable Instant endedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("circles.jsonl")) {
            var page = circlesOf.all(account, CirclesOf.START);
            while (!page.isEmpty()) {
                for (var circle : page) {
                    write(circle, account, archive, file);
                }
                page = circlesOf.all(account, page.getLast());
            }
        }
        uploads(account, archive);
    }

    /** The list of circles, then what was uploaded to each: one file of the ZIP ends before the next begins. */
    private void uploads(AccountId account, Archive archive) throws IOException {
        var page = circlesOf.all(account, CirclesOf.START);
        while (!page.isEmpty()) {
            for (var circle : page) {
                uploads.write(circle, account, archive);
            }
            page = circlesOf.all(account, page.getLast());
        }
    }

    private void write(CircleId circle, AccountId account, Archive archive, OutputStream file) throws IOException {
        var name = circles.byId(circle).map(found -> found.face().name()).orElse(null);
        var mine = db.sql("""
                select number, role, state, alias, picture, introduction, joined_at, ended_at
                  from members.membership
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .maybe((row, n) -> new Mine(
                        circle.value(),
                        name,
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Db.instant(row, 7),
                        Db.maybeInstant(row, 8)));
        if (mine.isPresent()) {
            archive.line(file, mine.get());
        }
    }
}
