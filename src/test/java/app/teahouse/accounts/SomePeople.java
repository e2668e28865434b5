package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.SignIn;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People for tests, each new. */
@Component
public class SomePeople {
    public static final String PASSWORD = "four warm cups";

    private final Db db;
    private final Gate gate;
    private final Sessions sessions;
    private final Clock clock;
    private final Passwords passwords;

    SomePeople(Db db, Gate gate, Sessions sessions, Clock clock, Passwords passwords) {
        this.db = db;
        this.gate = gate;
        this.sessions = sessions;
        this.clock = clock;
        this.passwords = passwords;
    }

    public Person someone() {
        return someone("Person " + Ids.next().toString().substring(30));
    }

    public Person someone(String name) {
        return person(open(name, false));
    }

    public Person someOperator() {
        return person(open("Operator", true));
    }

    /** The same person, who can now sign in with {@link #PASSWORD}. */
    public Person withPassword(Person person) {
        db.sql("update accounts.account set password_hash = :hash where account_id = :account")
                .with("hash", passwords.hash(PASSWORD))
                .with("account", person.account())
                .run();
        return person;
    }

    /** The cookie of a new session of theirs, for requests through a door. */
    public Cookie cookie(Person person) {
        return new Cookie(
                "s",
                sessions.start(person.account(), new Device("test", "127.0.0.1"))
                        .cookie());
    }

    /** A request from a network address of its own, so that tests do not use up each other's tries. */
    public static RequestPostProcessor elsewhere() {
        var address = "10." + random() + "." + random() + "." + random();
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static int random() {
        return ThreadLocalRandom.current().nextInt(256);
    }

    private SignIn open(String name, boolean operator) {
        var id = new AccountId(Ids.next());
        var now = clock.instant();
        db.sql("""
                insert into accounts.account (account_id, name, zone, email, verified_at, operator, created_at)
                values (:account, :name, 'Asia/Shanghai', :email, :now, :operator, :now)
                """)
                .with("account", id)
                .with("name", name)
                .with("email", id.value() + "@example.org")
                .with("operator", operator)
                .with("now", now)
                .run();
        db.sql(
                        "insert into accounts.claim (value, kind, account_id, claimed_at) values (:value, 'email', :account, :now)")
                .with("value", id.value() + "@example.org")
                .with("account", id)
                .with("now", now)
                .run();
        return new SignIn(id, UUID.randomUUID(), name, null, null, ZoneId.of("Asia/Shanghai"), true, operator, null);
    }

    private Person person(SignIn signIn) {
        return gate.person(gate.visitor(signIn));
    }
}
