package app.teahouse.welcome;

import app.teahouse.circles.Household;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.drafts.CircleText;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How this room's rows end, and leave: with their circle, and with the newcomer they are of. */
@Component
@Order(-7)
class WelcomeHousehold implements Household, Luggage, Leaving, OwnData {
    private final Db db;
    private final KeepNewcomers keep;
    private final CirclesOf circlesOf;
    private final CircleText circleText;
    private final Holdings holdings;

    WelcomeHousehold(Db db, KeepNewcomers keep, CirclesOf circlesOf, CircleText circleText, Holdings holdings) {
        this.db = db;
        this.keep = keep;
        this.circlesOf = circlesOf;
        this.circleText = circleText;
        this.holdings = holdings;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from welcome.setting where circle_id = :circle")
                .with("circle", circle)
                .run();
        return db.sql("""
                delete from welcome.newcomer
                 where circle_id = :circle
                   and account_id in (select account_id from welcome.newcomer where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> keep.forget(circle, account));
        return false;
    }

    private record Line(
            UUID circle,
            Instant joinedAt,
            @Nullable Instant profileAt,
            @Nullable Instant introducedAt,
            @Nullable Instant startedAt,
            @Nullable Instant commentedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("arriving.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(circle, account)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account) {
        return db.sql("""
                select joined_at, profile_at, introduced_at, started_at, commented_at
                  from welcome.newcomer
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Line(
                        circle.value(),
                        Db.instant(row, 1),
                        Db.maybeInstant(row, 2),
                        Db.maybeInstant(row, 3),
                        Db.maybeInstant(row, 4),
                        Db.maybeInstant(row, 5)));
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("welcome.setting", "")
                        .text("message")
                        .made("message_html")
                        .making(this::render),
                Crate.of("welcome.newcomer", "account_id")
                        .people("account_id")
                        .leave("started_at", "it says what somebody read"));
    }

    private void render(Arrival arrival, List<Row> rows) {
        for (var row : rows) {
            var message = row.text("message");
            holdings.hold(arrival.circle(), Settings.holder(arrival.circle()), CircleText.ids(message));
            row.set(
                    "message_html",
                    message.isEmpty()
                            ? ""
                            : circleText.render(arrival.face(), message).html());
        }
    }
}
