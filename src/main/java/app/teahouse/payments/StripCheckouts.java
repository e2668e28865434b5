package app.teahouse.payments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.stereotype.Component;

/** A circle is gone: what was booked stays, without words. */
@Component
public class StripCheckouts {
    private final Db db;

    StripCheckouts(Db db) {
        this.db = db;
    }

    /** @return whether there may be more */
    public boolean strip(CircleId circle, int atMost) {
        return db.sql("""
                update payments.checkout
                   set title = '', words = '', return_path = '/'
                 where circle_id = :circle
                   and checkout_id in (select checkout_id
                                         from payments.checkout
                                        where circle_id = :circle and (title <> '' or words <> '')
                                        limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }
}
