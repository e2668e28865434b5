package app.teahouse.reports;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Members;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Members as they appear: their name, their picture and what they say of themselves. They are no words: staff warn, mute or remove. */
@Component
class MemberThings implements Thing {
    private final Db db;

    MemberThings(Db db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public ThingView seen(Member reader, String key) {
        return db.sql("""
                select account_id, number, alias, introduction
                  from members.membership
                 where circle_id = :circle and number = :number and state = 'active'
                """)
                .with("circle", reader.circle())
                .with("number", Members.number(key))
                .maybe((row, n) -> view(row))
                .orElseThrow(() -> Refusal.notFound("member.unknown"));
    }

    @Override
    public Map<UUID, ThingView> views(CircleId circle, Collection<UUID> things) {
        return db.sql("""
                select account_id, number, alias, introduction
                  from members.membership
                 where circle_id = :circle and account_id = any(:things)
                """).with("circle", circle).withUuids("things", things).all((row, n) -> view(row)).stream()
                .collect(Collectors.toMap(ThingView::id, Function.identity()));
    }

    private ThingView view(ResultSet row) throws SQLException {
        var id = Db.uuid(row, 1);
        var number = row.getLong(2);
        return new ThingView(
                kind(),
                id,
                String.valueOf(number),
                new AccountId(id),
                row.getString(3),
                row.getString(4),
                "/m/" + number,
                null,
                "shown");
    }

    @Override
    public boolean isWords() {
        return false;
    }

    @Override
    public void show(Staff staff, UUID thing) {}

    @Override
    public void hide(Staff staff, UUID thing, String why) {
        throw Refusal.conflict("review.no-words");
    }

    @Override
    public void delete(Staff staff, UUID thing) {
        throw Refusal.conflict("review.no-words");
    }

    @Override
    public void restore(Staff staff, UUID thing) {
        throw Refusal.conflict("review.no-words");
    }
}
