package app.teahouse.screening;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Verdict;
import app.teahouse.matching.Contacts;
import app.teahouse.membertags.MemberTagId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads a circle's rules, in their order, and which edition of them is the newest. */
@Component
class Rules {
    static final int MOST = 50;

    private final Db db;

    Rules(Db db) {
        this.db = db;
    }

    List<Rule> of(CircleId circle) {
        return db.sql("""
                select rule_id, name, kind, verdict, said, matters, spares, words, allowed, contacts, strict, many, minutes,
                       switched, changed_at, spared_tags
                  from screening.rule
                 where circle_id = :circle
                 order by place, rule_id
                 limit :most
                """).with("circle", circle).with("most", MOST).all((row, n) -> rule(row));
    }

    Rule one(CircleId circle, RuleId id) {
        return db.sql("""
                select rule_id, name, kind, verdict, said, matters, spares, words, allowed, contacts, strict, many, minutes,
                       switched, changed_at, spared_tags
                  from screening.rule
                 where circle_id = :circle and rule_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> rule(row))
                .orElseThrow(() -> Refusal.notFound("screening.unknown"));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                new RuleId(Db.uuid(row, 1)),
                row.getString(2),
                Db.constant(RuleKind.class, row.getString(3)),
                Db.constant(Verdict.class, row.getString(4)),
                row.getString(5),
                constants(Matter.class, Db.texts(row, 6)),
                Set.copyOf(constants(Role.class, Db.texts(row, 7))),
                Db.texts(row, 8),
                Db.texts(row, 9),
                constants(Contacts.Kind.class, Db.texts(row, 10)),
                row.getBoolean(11),
                row.getInt(12),
                row.getInt(13),
                row.getBoolean(14),
                Db.instant(row, 15),
                Db.uuids(row, 16).stream().map(MemberTagId::new).toList());
    }

    private static <E extends Enum<E>> List<E> constants(Class<E> type, List<String> names) {
        return names.stream().map(name -> Db.constant(type, name)).toList();
    }

    /** 0 where there were never any rules. */
    long edition(CircleId circle) {
        return db.sql("select number from screening.edition where circle_id = :circle")
                .with("circle", circle)
                .maybe(Long.class)
                .orElse(0L);
    }

    static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(constant -> Db.name(constant)).toList();
    }
}
