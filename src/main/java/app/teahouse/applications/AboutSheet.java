package app.teahouse.applications;

import app.teahouse.applications.AboutView.Mine;
import app.teahouse.applications.AboutView.Reader;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Members;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads a circle's about page for somebody who may see it. */
@Component
public class AboutSheet {
    private static final int MOST_STAFF = 6;

    private final Db db;
    private final Circles circles;
    private final CircleTexts texts;
    private final Members members;
    private final ObjectProvider<Glimpse.Source> glimpses;

    AboutSheet(Db db, Circles circles, CircleTexts texts, Members members, ObjectProvider<Glimpse.Source> glimpses) {
        this.db = db;
        this.circles = circles;
        this.texts = texts;
        this.members = members;
        this.glimpses = glimpses;
    }

    public AboutView of(Onlooker onlooker) {
        var circle = circles.byId(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        var front = texts.front(circle.id());
        var reader = reader(onlooker);
        return new AboutView(
                circle.face(),
                circle.joinMode(),
                front.aboutHtml(),
                front.rulesHtml(),
                circle.joinMode() == JoinMode.INVITATION ? List.of() : front.questions(),
                members.staff(circle.id(), MOST_STAFF),
                front.members(),
                front.posts(),
                glimpses.stream()
                        .flatMap(source -> source.of(onlooker).stream())
                        .toList(),
                reader,
                reader == Reader.STRANGER ? mine(onlooker) : null,
                circle.isInDirectory(),
                circle.price() == Circle.Price.PAID);
    }

    private static Reader reader(Onlooker onlooker) {
        if (onlooker.member().isPresent()) {
            return Reader.MEMBER;
        }
        return onlooker.visitor().person().isPresent() ? Reader.STRANGER : Reader.VISITOR;
    }

    private @Nullable Mine mine(Onlooker onlooker) {
        return onlooker.visitor()
                .person()
                .map(person -> mine(onlooker.circle(), person.account()))
                .orElse(null);
    }

    private record Last(String state, Mine mine) {}

    private @Nullable Mine mine(CircleId circle, AccountId account) {
        return db.sql("""
                select state, made_at, reason
                  from applications.application
                 where circle_id = :circle and account_id = :account
                 order by application_id desc
                 limit 1
                """)
                .with("circle", circle)
                .with("account", account)
                .maybe((row, n) -> new Last(
                        row.getString(1),
                        new Mine(row.getString(1).equals("waiting"), Db.instant(row, 2), row.getString(3))))
                .filter(last -> last.state().equals("waiting") || last.state().equals("declined"))
                .map(Last::mine)
                .orElse(null);
    }
}
