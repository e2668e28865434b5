package app.teahouse.screening;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Words;
import app.teahouse.kernel.Speaker;
import app.teahouse.matching.Likeness;
import app.teahouse.matching.Plain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was said before, as far as rules about pace, copies and newcomers ask for it. */
@Component
class Trail {
    /** Of texts that share a key, the newest: under a flood they are all the same. */
    private static final int MOST_ALIKE = 200;

    private final Db db;

    Trail(Db db) {
        this.db = db;
    }

    /** A record for ids that are known only by their value. */
    private record Key(UUID value) implements Id {}

    private record Earlier(UUID account, UUID about, Instant at, int percent) {}

    /** Which of these rules find something. Changes of what was said are only compared, and by nobody's pace. */
    List<Rule> judge(Speaker speaker, Words words, List<Rule> asked, Instant now) {
        var rules = asked.stream().filter(rule -> !rule.kind().isAboutWords()).toList();
        if (!words.again() && rules.stream().anyMatch(rule -> rule.kind().remembers())) {
            wait(speaker);
        }
        var likeness = rules.stream().anyMatch(rule -> rule.kind().isAboutCopies())
                ? likeness(words)
                : Optional.<Likeness>empty();
        var alike =
                likeness.map(known -> alike(speaker, words, known, rules, now)).orElse(List.of());
        var found = new ArrayList<Rule>();
        for (var rule : rules) {
            if (finds(speaker, words, rule, alike, now)) {
                found.add(rule);
            }
        }
        return found;
    }

    private boolean finds(Speaker speaker, Words words, Rule rule, List<Earlier> alike, Instant now) {
        var since = now.minusSeconds(60L * rule.minutes());
        var copies = alike.stream()
                .filter(earlier ->
                        earlier.percent() >= rule.alike() && earlier.at().isAfter(since))
                .toList();
        var self = speaker.account().value();
        return switch (rule.kind()) {
            case NEWCOMERS -> !words.again() && isNew(speaker, words.matter(), rule.many());
            case RATE -> !words.again() && isFast(speaker, words.matter(), since, rule.many());
            case REPETITION ->
                copies.stream()
                                .filter(earlier -> earlier.account().equals(self))
                                .map(Earlier::about)
                                .distinct()
                                .count()
                        >= rule.many();
            case LIKENESS ->
                copies.stream()
                                .map(Earlier::account)
                                .filter(other -> !other.equals(self))
                                .distinct()
                                .count()
                        >= rule.many();
            default -> false;
        };
    }

    /** Two texts of one writer at once wait for each other, so that the second is counted with the first. */
    private void wait(Speaker speaker) {
        db.sql("""
                insert into screening.turn as t (circle_id, account_id, turns)
                values (:circle, :account, 1)
                    on conflict (circle_id, account_id) do update set turns = t.turns + 1
                """)
                .with("circle", speaker.circle())
                .with("account", speaker.account())
                .run();
    }

    /** Whether fewer than so many of a member can be read. */
    boolean isNew(Speaker speaker, Matter matter, int many) {
        var posts = db.sql("""
                select count(*)
                  from (select 1
                          from content.post
                         where circle_id = :circle and author_id = :account and state = 'live'
                         limit :many) as known
                """);
        var comments = db.sql("""
                select count(*)
                  from (select 1
                          from comments.comment
                         where circle_id = :circle and author_id = :account and state = 'live'
                         limit :many) as known
                """);
        return (matter == Matter.POST ? posts : comments)
                        .with("circle", speaker.circle())
                        .with("account", speaker.account())
                        .with("many", many)
                        .one(Long.class)
                < many;
    }

    private boolean isFast(Speaker speaker, Matter matter, Instant since, int many) {
        return db.sql("""
                select count(*)
                  from (select at
                          from screening.said
                         where circle_id = :circle and account_id = :account and matter = :matter
                         order by said_id desc
                         limit :many) as last
                 where at > :since
                """)
                        .with("circle", speaker.circle())
                        .with("account", speaker.account())
                        .with("matter", Db.name(matter))
                        .with("since", since)
                        .with("many", many)
                        .one(Long.class)
                >= many;
    }

    static Optional<Likeness> likeness(Words words) {
        return Likeness.of(Plain.of(words.title().isEmpty() ? words.text() : words.title() + "\n" + words.text()));
    }

    private List<Earlier> alike(Speaker speaker, Words words, Likeness likeness, List<Rule> rules, Instant now) {
        var minutes = rules.stream()
                .filter(rule -> rule.kind().isAboutCopies())
                .mapToInt(Rule::minutes)
                .max()
                .orElse(0);
        return db.sql("""
                select s.account_id, s.about_id, s.at, s.numbers
                  from (select distinct b.said_id
                          from screening.band b
                         where b.circle_id = :circle and b.band = any(:bands)
                         order by b.said_id desc
                         limit :most) as near
                  join screening.said s on s.circle_id = :circle and s.said_id = near.said_id
                 where s.at > :since and s.about_id <> :about
                """)
                .with("circle", speaker.circle())
                .withNumbers("bands", longs(likeness.bands()))
                .with("since", now.minusSeconds(60L * minutes))
                .with("about", words.about())
                .with("most", MOST_ALIKE)
                .all((row, n) -> new Earlier(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        Db.instant(row, 3),
                        likeness.percent(Likeness.of(Db.numbers(row, 4).stream()
                                .mapToInt(Long::intValue)
                                .toArray()))));
    }

    private static List<Long> longs(int[] numbers) {
        return Arrays.stream(numbers).asLongStream().boxed().toList();
    }

    /** What is said is remembered for those that come. */
    void remember(Speaker speaker, Words words, Instant now) {
        var likeness = likeness(words);
        var id = new Key(Ids.next());
        db.sql("""
                insert into screening.said (circle_id, said_id, account_id, matter, about_id, numbers, at)
                values (:circle, :id, :account, :matter, :about, :numbers, :now)
                """)
                .with("circle", speaker.circle())
                .with("id", id)
                .with("account", speaker.account())
                .with("matter", Db.name(words.matter()))
                .with("about", words.about())
                .withNumbers(
                        "numbers", likeness.map(known -> longs(known.numbers())).orElse(List.of()))
                .with("now", now)
                .run();
        if (likeness.isEmpty()) {
            return;
        }
        db.sql("""
                insert into screening.band (circle_id, band, said_id)
                select :circle, band, :id
                  from unnest(:bands) as band
                    on conflict do nothing
                """)
                .with("circle", speaker.circle())
                .with("id", id)
                .withNumbers("bands", longs(likeness.get().bands()))
                .run();
    }
}
