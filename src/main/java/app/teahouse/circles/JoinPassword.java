package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** The password of a circle that is joined by one. Hashing takes its time, so it is never done inside a transaction. */
@Component
public class JoinPassword {
    private final Db db;
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    JoinPassword(Db db) {
        this.db = db;
    }

    String hash(String password) {
        return String.valueOf(argon.encode(password));
    }

    public boolean matches(CircleId circle, String password) {
        var kept = db.sql(
                        "select join_password from circles.circle where circle_id = :circle and join_password is not null")
                .with("circle", circle)
                .maybe((row, n) -> row.getString(1));
        return kept.isPresent() && argon.matches(password, kept.get());
    }
}
