package app.teahouse.segments;

import app.teahouse.kernel.Db;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.segments.Condition.HasTag;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Conditions, and whether all, any or none of them have to hold. */
public record Filter(Join join, List<Condition> conditions) {
    static final int MOST = 10;

    public Filter {
        conditions = List.copyOf(conditions);
    }

    /** How conditions go together. */
    public enum Join {
        ALL,
        ANY,
        NONE;

        public String key() {
            return Db.name(this);
        }
    }

    /** The tags that are asked for. */
    List<MemberTagId> tags() {
        return tags(conditions.stream());
    }

    private static List<MemberTagId> tags(Stream<Condition> some) {
        return some.filter(HasTag.class::isInstance)
                .map(one -> ((HasTag) one).tag())
                .distinct()
                .toList();
    }

    /**
     * Narrows a statement that ends with {@code from segments.fact f} to a circle, {@code :circle}, and to who meets the conditions.
     * Where any or none has to hold, who has the tags is read once beside it: asked member by member it cost ten times as much. Where
     * all have to, PostgreSQL begins with the few who have the tag.
     */
    Db.Statement ask(Db.Statement statement, Moment moment) {
        var tags = tags(conditions.stream());
        // A tag that is gone is worn by nobody: who asks for those without it would get everybody.
        var widening = tags(conditions.stream().filter(one -> one.not() != (join == Join.NONE)));
        statement
                .and(!tags.isEmpty() && join != Join.ALL, """
                        left join (select w.account_id, array_agg(w.tag_id) as tags
                                     from membertags.worn w
                                    where w.circle_id = :circle and w.tag_id = any(:tags) and w.state = 'worn'
                                    group by w.account_id) x
                          on x.account_id = f.account_id
                        """)
                .and(true, "where f.circle_id = :circle")
                .and(!widening.isEmpty(), """
                        and (select count(*) from membertags.tag g
                              where g.circle_id = :circle and g.tag_id = any(:widening) and g.state = 'live') = cardinality(:widening)
                        """)
                .withIds("tags", tags)
                .withIds("widening", widening);
        statement.with("now", moment.now()).with("today", moment.today());
        var together = join == Join.ALL;
        statement.and(join == Join.ANY, "and (false").and(join == Join.NONE, "and not (false");
        var cheapFirst = conditions.stream()
                .sorted(Comparator.comparingInt(one -> one.fact().cost()))
                .toList();
        for (var condition : cheapFirst) {
            statement.and(together, "and").and(!together, "or").and(condition.not(), "not");
            if (together && condition instanceof HasTag tag) {
                tag.askAlone(statement);
            } else {
                condition.ask(statement, moment);
            }
        }
        return statement.and(!together, ")");
    }
}
