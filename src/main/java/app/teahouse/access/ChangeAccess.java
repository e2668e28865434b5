package app.teahouse.access;

import app.teahouse.circles.Access;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Visibility;
import app.teahouse.circles.CircleChanged;
import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets who may find a circle, come in and read. {@link AccessPreview} has told before who will be affected. */
@Component
public class ChangeAccess {
    private final CircleRow row;
    private final Circles circles;
    private final JoinPassword passwords;
    private final TransactionTemplate transaction;
    private final Events events;
    private final Clock clock;

    ChangeAccess(
            CircleRow row,
            Circles circles,
            JoinPassword passwords,
            TransactionTemplate transaction,
            Events events,
            Clock clock) {
        this.row = row;
        this.circles = circles;
        this.passwords = passwords;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** @param password the new join password; null keeps the one there is */
    public void change(Partner partner, Access wish, @Nullable String password) {
        var circle = circles.fresh(partner.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        check(circle, wish, password);
        var hash = wish.joinMode() == JoinMode.PASSWORD && password != null ? passwords.hash(password) : null;
        transaction.executeWithoutResult(_ -> write(partner, circle.access(), wish, hash));
    }

    static void check(Circle circle, Access wish, @Nullable String password) {
        var length = password == null ? 0 : password.codePointCount(0, password.length());
        var keeps = password == null && circle.joinMode() == JoinMode.PASSWORD;
        new Faults()
                .require(
                        wish.visibility() != Visibility.HIDDEN || wish.joinMode() != JoinMode.OPEN,
                        "joinMode",
                        "access.hidden-open")
                .require(
                        !wish.publicReading()
                                || (wish.visibility() == Visibility.LISTED && circle.price() == Circle.Price.FREE),
                        "publicReading",
                        "access.public-needs-listed")
                .require(
                        wish.joinMode() != JoinMode.PASSWORD || keeps || length >= JoinPassword.LEAST,
                        "joinPassword",
                        "access.password-short",
                        Map.of("least", JoinPassword.LEAST))
                .atMost("joinPassword", password, JoinPassword.MOST)
                .refuse();
    }

    private void write(Partner partner, Access before, Access wish, @Nullable String hash) {
        row.access(partner, wish, hash);
        circles.changed(partner.circle());
        events.publish(new CircleChanged(
                partner.circle(),
                CircleChanged.Kind.ACCESS,
                partner.account(),
                said(wish),
                "",
                clock.instant(),
                said(before),
                said(wish)));
    }

    private static String said(Access access) {
        return Db.name(access.visibility()) + "," + Db.name(access.joinMode());
    }
}
