package app.teahouse.welcome;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.MemberCard;
import app.teahouse.questions.Answers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Reads what a newcomer finds, and the newcomers of a circle for those who look after them. */
@Component
class WelcomeSheet {
    static final Duration NEW = Duration.ofDays(30);
    private static final int SHOWN = 50;
    private static final String COLUMNS = """
            select m.account_id, m.number, m.alias, m.picture, m.role, n.joined_at, n.profile_at is not null,
                   n.introduced_at, n.introduced_in, n.started_at is not null and not m.discreet, n.commented_at is not null,
                   n.answered_at
              from welcome.newcomer n
              join members.membership m
                on m.circle_id = n.circle_id and m.account_id = n.account_id and m.state = 'active'
            """;

    private final Db db;
    private final Settings settings;
    private final Answers answers;
    private final Clock clock;

    WelcomeSheet(Db db, Settings settings, Answers answers, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.answers = answers;
        this.clock = clock;
    }

    private record Mine(boolean profile, boolean introduce, boolean start, boolean comment, boolean away) {
        boolean did(FirstStep task) {
            return switch (task) {
                case PROFILE -> profile;
                case INTRODUCE -> introduce;
                case START -> start;
                case COMMENT -> comment;
            };
        }
    }

    /** Who joined before there was a list has done nothing of it and finds it put away. */
    WelcomeView of(Member member) {
        var setting = settings.of(member.circle());
        var mine = db.sql("""
                select profile_at is not null, introduced_at is not null, started_at is not null, commented_at is not null,
                       away_at is not null
                  from welcome.newcomer
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .maybe((row, n) -> new Mine(
                        row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5)))
                .orElse(new Mine(false, false, false, false, true));
        return new WelcomeView(
                "/c/" + member.face().slug() + "/welcome",
                filled(setting.html(), member),
                setting.tasks().stream()
                        .map(task -> new WelcomeView.Step(task, path(task, setting), mine.did(task)))
                        .toList(),
                mine.away(),
                answers.isAsked(member));
    }

    /** The two names are put into the finished page as words, so whatever an alias holds stays words. */
    private static String filled(String html, Member member) {
        return html.replace("{name}", HtmlUtils.htmlEscape(member.standing().alias()))
                .replace("{circle}", HtmlUtils.htmlEscape(member.face().name()));
    }

    private static String path(FirstStep task, Setting setting) {
        return switch (task) {
            case PROFILE -> "/membership";
            case INTRODUCE -> setting.introduceAt() == null ? "/write" : "/p/" + setting.introduceAt() + "#comments";
            case START -> "/start";
            case COMMENT -> "";
        };
    }

    /** @throws Refusal {@code circle.staff-only} */
    void check(Member member) {
        if (!member.isStaff() && member.role() != Role.VOLUNTEER) {
            throw Refusal.notAllowed("circle.staff-only");
        }
    }

    /** Who introduced themselves and has had no answer for the hours that the owner set, the longest first. */
    List<NewcomerView> waiting(Member reader, int most) {
        check(reader);
        var now = clock.instant();
        var patience = Duration.ofHours(settings.of(reader.circle()).patience());
        return db.sql(COLUMNS + """
                where n.circle_id = :circle and n.introduced_at < :before and n.introduced_at is not null
                  and n.answered_at is null and n.joined_at > :since and n.introduced_at > :since
                  and exists (select 1 from content.post p
                               where p.circle_id = n.circle_id and p.number = n.introduced_in and p.state = 'live')
                order by n.introduced_at, n.account_id
                limit :most
                """)
                .with("circle", reader.circle())
                .with("before", now.minus(patience))
                .with("since", now.minus(NEW))
                .with("most", most)
                .all((row, n) -> read(row));
    }

    List<NewcomerView> waiting(Member reader) {
        return waiting(reader, SHOWN);
    }

    /** Who joined in the last thirty days, the newest first. */
    Cursor<NewcomerView> newest(Member reader, @Nullable String before, int size) {
        check(reader);
        var from = before == null ? null : Key.parse(before);
        var rows = db.sql(COLUMNS + "where n.circle_id = :circle and n.joined_at > :since")
                .and(from != null, "and (n.joined_at, n.account_id) < (:at, :id)")
                .and(true, "order by n.joined_at desc, n.account_id desc limit :most")
                .with("circle", reader.circle())
                .with("since", clock.instant().minus(NEW))
                .with("at", from == null ? null : from.at())
                .with("id", from == null ? null : from.id())
                .with("most", size + 1)
                .all((row, n) -> read(row));
        return Cursor.of(rows, size, Key::of);
    }

    private static NewcomerView read(ResultSet row) throws SQLException {
        var done = new ArrayList<FirstStep>();
        add(done, FirstStep.PROFILE, row.getBoolean(7));
        add(done, FirstStep.INTRODUCE, Db.maybeInstant(row, 8) != null);
        add(done, FirstStep.START, row.getBoolean(10));
        add(done, FirstStep.COMMENT, row.getBoolean(11));
        return new NewcomerView(
                new MemberCard(
                        new AccountId(Db.uuid(row, 1)),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        Db.constant(Role.class, row.getString(5)),
                        true),
                Db.instant(row, 6),
                List.copyOf(done),
                Db.maybeInstant(row, 8),
                row.getObject(9, Long.class),
                Db.maybeInstant(row, 12));
    }

    private static void add(List<FirstStep> done, FirstStep task, boolean holds) {
        if (holds) {
            done.add(task);
        }
    }

    private record Key(Instant at, UUID id) {

        static String of(NewcomerView view) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, view.joinedAt()) + "-"
                    + Ids.text(view.card().account());
        }

        static Key parse(String text) {
            var dash = text.indexOf('-');
            if (dash < 1 || !text.substring(0, dash).matches("\\d{1,17}")) {
                throw Refusal.invalid("before", "request.malformed");
            }
            return new Key(
                    Instant.EPOCH.plus(Long.parseLong(text.substring(0, dash)), ChronoUnit.MICROS),
                    Ids.parse(text.substring(dash + 1)));
        }
    }
}
