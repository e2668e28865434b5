package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether an operator is in a circle about which they would decide. */
@Component
public class Involvement {
    private final Db db;

    Involvement(Db db) {
        this.db = db;
    }

    /** How near an operator is to a circle. */
    public enum Of {
        NONE,
        /** They are a member, and another operator is none. */
        INVOLVED,
        /** They are a member, and so is whoever else runs this site, if anybody does. */
        ALONE
    }

    public Of of(Operator operator, CircleId circle) {
        return of(operator, List.of(circle)).getOrDefault(circle, Of.NONE);
    }

    /** Of those circles only in which they are. A site has few operators; accounts and memberships lie apart, so they are asked one after the other. */
    public Map<CircleId, Of> of(Operator operator, Collection<CircleId> circles) {
        var operators = db.sql("select account_id from accounts.account where operator and state = 'active'")
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
        return db
                .sql("""
                select circle_id, count(*)
                  from members.membership
                 where circle_id = any(:circles) and account_id = any(:operators) and state = 'active'
                 group by circle_id
                having bool_or(account_id = :me)
                """)
                .with("me", operator.account())
                .withIds("circles", circles)
                .withIds("operators", operators)
                .all((row, n) -> Map.entry(
                        new CircleId(Db.uuid(row, 1)), row.getLong(2) < operators.size() ? Of.INVOLVED : Of.ALONE))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
