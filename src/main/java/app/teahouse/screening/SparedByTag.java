package app.teahouse.screening;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.membertags.MemberTagEnded;
import app.teahouse.membertags.MemberTagId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whom rules do not look at because staff gave them a tag, which nobody gives themselves; rules follow a tag that is merged, and forget one that is dropped. */
@Component
class SparedByTag implements Listener<MemberTagEnded> {
    private final Db db;
    private final Rulebooks rulebooks;

    SparedByTag(Db db, Rulebooks rulebooks) {
        this.db = db;
        this.rulebooks = rulebooks;
    }

    /** Those of the rules that look at this member; it costs a statement only where one of them spares a tag. */
    List<Rule> looking(List<Rule> rules, CircleId circle, AccountId account) {
        var asked = rules.stream()
                .flatMap(rule -> rule.sparedTags().stream())
                .distinct()
                .toList();
        if (asked.isEmpty()) {
            return rules;
        }
        var worn = db.sql("""
                select tag_id
                  from membertags.worn
                 where circle_id = :circle and account_id = :account and tag_id = any(:tags) and state = 'worn'
                   and how not in ('own', 'answer')
                """)
                .with("circle", circle)
                .with("account", account)
                .withIds("tags", asked)
                .all((row, n) -> new MemberTagId(Db.uuid(row, 1)));
        return rules.stream()
                .filter(rule -> Collections.disjoint(rule.sparedTags(), worn))
                .toList();
    }

    /** Those of some writers whom a rule spares for a tag. */
    Set<UUID> among(CircleId circle, Rule rule, List<UUID> writers) {
        return rule.sparedTags().isEmpty() || writers.isEmpty()
                ? Set.of()
                : Set.copyOf(db.sql("""
                        select distinct account_id
                          from membertags.worn
                         where circle_id = :circle and tag_id = any(:tags) and account_id = any(:writers) and state = 'worn'
                           and how not in ('own', 'answer')
                        """)
                        .with("circle", circle)
                        .withIds("tags", rule.sparedTags())
                        .withUuids("writers", writers)
                        .all((row, n) -> Db.uuid(row, 1)));
    }

    @Override
    public Class<MemberTagEnded> event() {
        return MemberTagEnded.class;
    }

    @Override
    public void on(MemberTagEnded event) {
        // First, as whoever changes a rule: then what was made ready of it is known to be old.
        var named = db.sql("""
                update screening.edition e
                   set number = e.number + 1
                 where e.circle_id = :circle
                   and exists (select 1
                                 from screening.rule r
                                where r.circle_id = :circle and :from = any(r.spared_tags))
                """)
                .with("circle", event.circle())
                .with("from", event.tag())
                .run();
        if (named == 0) {
            return;
        }
        db.sql("""
                update screening.rule
                   set spared_tags = case when :into::uuid is null or :into::uuid = any(spared_tags)
                                          then array_remove(spared_tags, :from)
                                          else array_replace(spared_tags, :from, :into::uuid) end
                 where circle_id = :circle and :from = any(spared_tags)
                """)
                .with("circle", event.circle())
                .with("from", event.tag())
                .with("into", event.into())
                .run();
        rulebooks.changed(event.circle());
    }
}
