package app.teahouse.away;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff want pictures fetched, again where that failed, or no more. What has been fetched stays. */
@Component
public class AskForPictures {
    private final Db db;

    AskForPictures(Db db) {
        this.db = db;
    }

    /** All pictures of these posts that are not here; answers how many are waited for now. */
    @Transactional
    public int ask(Staff staff, Collection<Long> numbers) {
        return db.sql("""
                update away.picture
                   set state = 'waiting', reason = null, asked_by = :account, lease_until = null
                 where circle_id = :circle and state in ('known', 'failed')
                   and picture_id in (select picture_id
                                        from away.use
                                       where circle_id = :circle and number = any(:numbers))
                """)
                .with("circle", staff.circle())
                .with("account", staff.account())
                .withNumbers("numbers", numbers)
                .run();
    }

    /** One that failed. Of two who try again at once, the second finds it waiting already. */
    @Transactional
    public void again(Staff staff, PictureId picture) {
        var changed = db.sql("""
                update away.picture
                   set state = 'waiting', reason = null, asked_by = :account, lease_until = null
                 where circle_id = :circle and picture_id = :picture and state in ('known', 'failed')
                """)
                .with("circle", staff.circle())
                .with("account", staff.account())
                .with("picture", picture)
                .run();
        if (changed == 0 && !exists(staff, picture)) {
            throw Refusal.notFound("picture.unknown");
        }
    }

    private boolean exists(Staff staff, PictureId picture) {
        return db.sql("select 1 from away.picture where circle_id = :circle and picture_id = :picture")
                .with("circle", staff.circle())
                .with("picture", picture)
                .exists();
    }

    /** Nothing more of these posts is fetched, but for what is on its way. */
    @Transactional
    public void stop(Staff staff, Collection<Long> numbers) {
        db.sql("""
                update away.picture
                   set state = 'known', lease_until = null
                 where circle_id = :circle and state = 'waiting'
                   and picture_id in (select picture_id
                                        from away.use
                                       where circle_id = :circle and number = any(:numbers))
                """)
                .with("circle", staff.circle())
                .withNumbers("numbers", numbers)
                .run();
    }
}
