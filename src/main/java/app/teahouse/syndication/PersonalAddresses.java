package app.teahouse.syndication;

import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.SignIn;
import app.teahouse.mail.Mail;
import app.teahouse.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of somebody's feeds: which there are, whom one of them stands for, and their end. */
@Component
class PersonalAddresses {
    /** Of what {@link Sessions#prefix} makes. */
    private static final int PREFIX = 22;

    private final Db db;
    private final Gate gate;
    private final Mail mail;

    PersonalAddresses(Db db, Gate gate, Mail mail) {
        this.db = db;
        this.gate = gate;
        this.mail = mail;
    }

    /** Since when there is one, by circle. */
    Map<CircleId, Instant> of(AccountId account) {
        var made = db.sql("""
                select circle_id, made_at
                  from syndication.address
                 where account_id = :account
                 order by made_at desc, circle_id
                """)
                .with("account", account)
                .all((row, n) -> Map.entry(new CircleId(Db.uuid(row, 1)), Db.instant(row, 2)));
        var since = new LinkedHashMap<CircleId, Instant>();
        made.forEach(one -> since.put(one.getKey(), one.getValue()));
        return since;
    }

    private record Found(CircleId circle, SignIn signIn) {}

    /**
     * The member whose address it is. It lets in only who still belongs to the circle.
     *
     * @throws Refusal {@code feed.unknown}
     */
    Member member(String address) {
        return Sessions.account(address)
                .flatMap(account -> db.sql("""
                        select d.circle_id, a.account_id, a.name, a.picture, a.locale, a.zone, a.verified_at is not null
                          from syndication.address d
                          join accounts.account a on a.account_id = d.account_id
                         where d.account_id = :account and d.secret_hash = :hash and a.state = 'active'
                        """)
                        .with("account", account)
                        .with("hash", Secrets.hash(address.substring(PREFIX)))
                        .maybe((row, n) -> found(row)))
                .flatMap(found -> gate.memberNow(found.circle(), found.signIn()))
                .orElseThrow(() -> Refusal.notFound("feed.unknown"));
    }

    private Found found(ResultSet row) throws SQLException {
        var locale = row.getString(5);
        var signIn = new SignIn(
                new AccountId(Db.uuid(row, 2)),
                new UUID(0, 0),
                row.getString(3),
                row.getString(4),
                locale == null ? null : Locale.forLanguageTag(locale),
                ZoneId.of(row.getString(6)),
                row.getBoolean(7) || !mail.leaves(),
                false,
                Set.of());
        return new Found(new CircleId(Db.uuid(row, 1)), signIn);
    }

    @Transactional
    void revoke(Person person, CircleId circle) {
        db.sql("delete from syndication.address where account_id = :account and circle_id = :circle")
                .with("account", person.account())
                .with("circle", circle)
                .run();
    }
}
