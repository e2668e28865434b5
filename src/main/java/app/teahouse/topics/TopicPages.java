package app.teahouse.topics;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.settings.SettingsEntry;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Per circle, what somebody wishes to be told of. */
@Controller
class TopicPages {
    private static final String HERE = "/me/settings/notifications";

    private final Templates templates;
    private final Topics topics;
    private final Db db;
    private final Circles circles;

    TopicPages(Templates templates, Topics topics, Db db, Circles circles) {
        this.templates = templates;
        this.topics = topics;
        this.db = db;
        this.circles = circles;
    }

    @Bean
    static SettingsEntry topicsEntry() {
        return new SettingsEntry(5, "topics.settings", "bell", HERE);
    }

    @GetMapping(HERE)
    Page circles(Person person, Frame frame) {
        return Page.of(templates.topicsList(frame, circlesOf(person)));
    }

    private List<Face> circlesOf(Person person) {
        var ids = db.sql("""
                select circle_id
                  from members.account_circle
                 where account_id = :account and state = 'active'
                 order by visited_at desc, circle_id
                 limit 200
                """).with("account", person.account()).all((row, n) -> new CircleId(Db.uuid(row, 1)));
        var found = circles.byIds(ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(circle -> circle.face())
                .toList();
    }

    @GetMapping("/me/settings/notifications/{slug}")
    Page topics(Member member, Frame frame) {
        var wanted = topics.wanted(member).stream().map(Db::name).toList();
        return Page.of(
                templates.topicsCircle(frame, member.face(), offered(member), Form.blank(frame, "topics", wanted)));
    }

    @PostMapping("/me/settings/notifications/{slug}")
    @NoSurface("Settings of one's own")
    @WhileHalted
    Page choose(Member member, Form form) {
        topics.choose(
                member,
                Arrays.stream(Topic.values())
                        .filter(topic -> form.has("topics", Db.name(topic)))
                        .toList());
        return Page.to(HERE).saying("web.saved");
    }

    private static List<String> offered(Member member) {
        return Topics.offered(member).stream().map(Db::name).toList();
    }
}
