package app.teahouse.members;

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

    /** Of those circles only in which they are. A site has few operators. */
    public Map<CircleId, Of> of(Operator operator, Collection<CircleId> circles) {
        return db
                .sql("""
                select m.circle_id,
                       exists (select 1
                                 from accounts.account a
                                where a.operator and a.state = 'active' and a.account_id <> :operator
                                  and not exists (select 1
                                                    from members.membership o
                                                   where o.circle_id = m.circle_id and o.account_id = a.account_id
                                                     and o.state = 'active'))
                  from members.membership m
                 where m.circle_id = any(:circles) and m.account_id = :operator and m.state = 'active'
                """)
                .with("operator", operator.account())
                .withIds("circles", circles)
                .all((row, n) -> Map.entry(new CircleId(Db.uuid(row, 1)), row.getBoolean(2) ? Of.INVOLVED : Of.ALONE))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
