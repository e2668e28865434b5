package app.teahouse.segments;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Words;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to a segment: what other rooms ask, to write to them or to show them. */
@Component
public class Audiences {
    private final Db db;
    private final Segments segments;
    private final Facts facts;
    private final Pulse pulse;
    private final Words words;
    private final Clock clock;

    Audiences(Db db, Segments segments, Facts facts, Pulse pulse, Words words, Clock clock) {
        this.db = db;
        this.segments = segments;
        this.facts = facts;
        this.pulse = pulse;
        this.words = words;
        this.clock = clock;
    }

    /** @param count as it was counted last, which is minutes ago, or some hours in a circle where nothing happens */
    public record Choice(SegmentId id, String name, long count) {}

    /** The segments of a circle, the built-in ones first. */
    public List<Choice> choices(CircleId circle, Locale locale) {
        var counted = latest(circle);
        return segments.all(circle).stream()
                .map(one -> new Choice(one.id(), one.name(words, locale), counted.getOrDefault(one.id(), 0L)))
                .toList();
    }

    /** What it is called; nothing where it is gone. */
    public Optional<String> name(CircleId circle, SegmentId segment, Locale locale) {
        try {
            return Optional.of(segments.one(circle, segment).name(words, locale));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    private Map<SegmentId, Long> latest(CircleId circle) {
        var since = facts.moment(circle, clock.instant()).today().minusDays(7);
        return segments.history(circle, since).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .max(Comparator.comparing(SegmentView.Tally::day))
                                .map(SegmentView.Tally::members)
                                .orElse(0L)));
    }

    /**
     * Who belongs to it now, by account; somebody who is no member any more is never among them.
     *
     * @param segment null for everybody
     * @throws Refusal {@code segment.unknown}
     */
    @Transactional(readOnly = true)
    public List<AccountId> page(CircleId circle, @Nullable SegmentId segment, @Nullable AccountId after, int limit) {
        return segment == null
                ? everybody(circle, after, limit)
                : page(circle, segments.one(circle, segment).filter(), after, limit);
    }

    private List<AccountId> everybody(CircleId circle, @Nullable AccountId after, int limit) {
        return db.sql(
                        "select m.account_id from members.membership m where m.circle_id = :circle and m.state = 'active'")
                .and(after != null, "and m.account_id > :after")
                .and(true, "order by m.account_id limit :limit")
                .with("circle", circle)
                .with("after", after)
                .with("limit", limit)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
    }

    @Transactional(readOnly = true)
    List<AccountId> page(CircleId circle, Filter filter, @Nullable AccountId after, int limit) {
        db.planAnew();
        return filter.ask(db.sql("""
                        select f.account_id
                          from segments.fact f
                          join members.membership m
                            on m.circle_id = f.circle_id and m.account_id = f.account_id and m.state = 'active'
                        """), facts.moment(circle, clock.instant()))
                .and(after != null, "and f.account_id > :after")
                .and(true, "order by f.account_id limit :limit")
                .with("circle", circle)
                .with("after", after)
                .with("limit", limit)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
    }

    /**
     * How many belong to it now.
     *
     * @throws Refusal {@code segment.unknown}
     */
    @Transactional(readOnly = true)
    public long count(CircleId circle, @Nullable SegmentId segment) {
        return segment == null
                ? Objects.requireNonNull(pulse.of(circle)).members()
                : count(circle, segments.one(circle, segment).filter(), facts.moment(circle, clock.instant()));
    }

    @Transactional(readOnly = true)
    long count(CircleId circle, Filter filter, Moment moment) {
        db.planAnew();
        return filter.ask(db.sql("select count(*) from segments.fact f"), moment)
                .with("circle", circle)
                .one(Long.class);
    }

    /** @throws Refusal {@code segment.unknown} */
    public boolean matches(CircleId circle, SegmentId segment, AccountId account) {
        return segments.one(circle, segment)
                .filter()
                .ask(db.sql("select 1 from segments.fact f"), facts.moment(circle, clock.instant()))
                .and(true, "and f.account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .exists();
    }
}
