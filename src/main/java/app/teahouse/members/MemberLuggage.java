package app.teahouse.members;

import app.teahouse.accounts.Accounts;
import app.teahouse.circles.Pulse;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Surface;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** How members leave and come: known by their numbers, without a word about their accounts. */
@Component
class MemberLuggage implements Luggage {
    private final Db db;
    private final Pulse pulse;
    private final Accounts accounts;

    MemberLuggage(Db db, Pulse pulse, Accounts accounts) {
        this.db = db;
        this.pulse = pulse;
        this.accounts = accounts;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("members.membership", "number")
                        .people("ended_by")
                        .as("seen_number", "case when t.discreet then 0 else t.seen_number end")
                        .leave("discreet", "the choice is the account's")
                        .as("picture", "case when t.own_picture then t.picture end")
                        .pictures("picture")
                        .made("account_id, sort_key, folded")
                        .most("alias", 60)
                        .stage(Crate.Stage.PEOPLE)
                        .making(MemberLuggage::make)
                        .then(this::count),
                Crate.of("members.counter", "").stage(Crate.Stage.PEOPLE),
                Crate.of("members.speaking", "role, surface").check("surface", MemberLuggage::isSurface),
                Crate.stays("members.handover", "an offer that is open is made anew"));
    }

    private static boolean isSurface(String name) {
        return Arrays.stream(Surface.values())
                .anyMatch(surface -> Db.name(surface).equals(name));
    }

    private static void make(Arrival arrival, List<Row> rows) {
        for (var row : rows) {
            var alias = row.text("alias");
            row.set("account_id", arrival.account(row.number("number")).value().toString())
                    .set("sort_key", Folding.sortKey(alias))
                    .set("folded", Folding.folded(alias))
                    .set("own_picture", row.has("picture"));
            if (row.text("role").equals("owner") && row.number("number") != arrival.own()) {
                row.set("role", "member");
            }
        }
    }

    /** Placeholders have no list of circles; who brings the circle has. */
    private void count(Arrival arrival, List<Row> rows) {
        var active =
                rows.stream().filter(row -> row.text("state").equals("active")).count();
        pulse.countMembers(arrival.circle(), (int) active);
        for (var row : rows) {
            if (row.number("number") == arrival.own()) {
                join(arrival, row);
            }
        }
    }

    /** Their portrait is their account's, and did not leave with the circle. */
    private void join(Arrival arrival, Row row) {
        var card = accounts.staying(arrival.by());
        db.sql("""
                insert into members.account_circle (account_id, circle_id, role, state, seen_number, joined_at, visited_at)
                values (:account, :circle, :role, :state, :seen, cast(:joined as timestamptz), cast(:joined as timestamptz))
                on conflict (account_id, circle_id) do nothing
                """)
                .with("account", arrival.by())
                .with("circle", arrival.circle())
                .with("role", row.text("role"))
                .with("state", row.text("state"))
                .with("seen", row.number("seen_number"))
                .with("joined", row.text("joined_at"))
                .run();
        db.sql("""
                update members.membership
                   set picture = :picture, own_alias = alias <> :name
                 where circle_id = :circle and account_id = :account and not own_picture
                """)
                .with("account", arrival.by())
                .with("circle", arrival.circle())
                .with("picture", card.picture())
                .with("name", card.name())
                .run();
    }
}
