package app.teahouse.invitations;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the invitations of a deleted circle. */
@Component
@Order(-3)
class InvitationsHousehold implements Household, Luggage {
    private final Db db;
    private final Codes codes;

    InvitationsHousehold(Db db, Codes codes) {
        this.db = db;
        this.codes = codes;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var ids = db.sql("select invitation_id from invitations.invitation where circle_id = :circle limit :most")
                .with("circle", circle)
                .with("most", atMost)
                .all((row, n) -> new InvitationId(Db.uuid(row, 1)));
        for (var id : ids) {
            db.sql("delete from invitations.invitation_claim where code_hash = :hash")
                    .with("hash", Codes.hash(codes.of(id)))
                    .run();
        }
        db.sql("delete from invitations.invitation where circle_id = :circle and invitation_id = any(:ids)")
                .with("circle", circle)
                .withIds("ids", ids)
                .run();
        return ids.size() == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("invitations.invitation", "its link leads to this site, and its code is a secret"));
    }
}
