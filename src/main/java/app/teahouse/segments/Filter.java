package app.teahouse.segments;

import app.teahouse.kernel.Db;
import java.util.List;

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

    /** Narrows a statement on {@code segments.fact f} that has its circle as {@code :circle}. */
    Db.Statement ask(Db.Statement statement, Moment moment) {
        statement.with("now", moment.now()).with("today", moment.today());
        var together = join == Join.ALL;
        statement.and(join == Join.ANY, "and (false").and(join == Join.NONE, "and not (false");
        for (var condition : conditions) {
            statement.and(together, "and").and(!together, "or").and(condition.not(), "not");
            condition.ask(statement, moment);
        }
        return statement.and(!together, ")");
    }
}
