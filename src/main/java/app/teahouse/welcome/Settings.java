package app.teahouse.welcome;

import app.teahouse.drafts.CircleText;
import app.teahouse.files.Holder;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owner and the partners choose what newcomers find. */
@Component
public class Settings {
    private static final int LONGEST = 4_000;
    private static final int MOST_HOURS = 168;

    private final Db db;
    private final CircleText circleText;
    private final Holdings holdings;
    private final Clock clock;

    Settings(Db db, CircleText circleText, Holdings holdings, Clock clock) {
        this.db = db;
        this.circleText = circleText;
        this.holdings = holdings;
        this.clock = clock;
    }

    Setting of(CircleId circle) {
        return db.sql("""
                select s.tasks,
                       -- A post that is gone introduces nobody; it may come back.
                       (select p.number
                          from content.post p
                         where p.circle_id = s.circle_id and p.number = s.introduce_at and p.state = 'live'),
                       s.message, s.message_html, s.patience, s.introduce_at
                  from welcome.setting s
                 where s.circle_id = :circle
                """)
                .with("circle", circle)
                .maybe((row, n) -> new Setting(
                        tasks(Db.texts(row, 1)),
                        row.getObject(2, Long.class),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getObject(2) == null && row.getObject(6) != null))
                .orElse(Setting.FIRST);
    }

    /**
     * In their own order, whatever order they came in.
     *
     * @throws Refusal {@code welcome.unknown-task} of the field {@code tasks}
     */
    static List<FirstStep> chosen(List<String> names) {
        var known = Arrays.stream(FirstStep.values()).map(FirstStep::key).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Refusal.invalid(List.of(new Refusal.Fault(
                    "tasks",
                    "welcome.unknown-task",
                    Map.of(
                            "task",
                            name.codePoints()
                                    .limit(40)
                                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                    .toString(),
                            "tasks",
                            String.join(", ", known)))));
        });
        return tasks(names);
    }

    private static List<FirstStep> tasks(List<String> names) {
        return Arrays.stream(FirstStep.values())
                .filter(task -> names.contains(task.key()))
                .toList();
    }

    public record Wish(List<FirstStep> tasks, @Nullable Long introduceAt, String message, int patience) {}

    @Transactional
    public void choose(Partner partner, Wish wish) {
        new Faults()
                .atMost("message", wish.message(), LONGEST)
                .require(wish.patience() >= 1 && wish.patience() <= MOST_HOURS, "patience", "welcome.hours")
                .refuse();
        if (wish.introduceAt() != null && !isThere(partner.circle(), wish.introduceAt())) {
            throw Refusal.invalid("introduceAt", "post.unknown");
        }
        var message = wish.message().strip();
        var html = message.isEmpty()
                ? ""
                : circleText.render(partner.member().face(), message).html();
        var was = of(partner.circle());
        Differences.say("tasks", tasks(was.tasks().stream()), tasks(wish.tasks().stream()));
        Differences.say("introduce", was.introduceAt(), wish.introduceAt());
        Differences.say("message", was.message(), message);
        Differences.say("patience", was.patience(), wish.patience());
        holdings.set(partner.circle(), holder(partner.circle()), CircleText.ids(message));
        db.sql("""
                insert into welcome.setting (circle_id, tasks, introduce_at, message, message_html, patience, changed_at)
                values (:circle, :tasks, :at, :message, :html, :patience, :now)
                on conflict (circle_id) do update
                   set tasks = excluded.tasks, introduce_at = excluded.introduce_at, message = excluded.message,
                       message_html = excluded.message_html, patience = excluded.patience, changed_at = excluded.changed_at
                """)
                .with("circle", partner.circle())
                .withTexts("tasks", wish.tasks().stream().map(FirstStep::key).toList())
                .with("at", wish.introduceAt())
                .with("message", message)
                .with("html", html)
                .with("patience", wish.patience())
                .with("now", clock.instant())
                .run();
    }

    private static String tasks(Stream<FirstStep> tasks) {
        return tasks.map(FirstStep::key).collect(Collectors.joining(","));
    }

    /** What the welcome shows is kept as long as it does. */
    static Holder holder(CircleId circle) {
        return Holder.of("welcome", circle);
    }

    private boolean isThere(CircleId circle, long number) {
        return db.sql("select 1 from content.post where circle_id = :circle and number = :number and state = 'live'")
                .with("circle", circle)
                .with("number", number)
                .exists();
    }
}
