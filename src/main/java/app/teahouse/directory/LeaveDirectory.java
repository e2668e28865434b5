package app.teahouse.directory;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member is found no more, at any time: also who may not write, and where the directory is closed. */
@Component
class LeaveDirectory {
    private final Db db;

    LeaveDirectory(Db db) {
        this.db = db;
    }

    /** Their words stay, for them alone. */
    @Transactional
    public void hide(Member member) {
        db.sql("""
                update directory.entry
                   set state = 'draft', entry_id = :id
                 where circle_id = :circle and account_id = :account and state = 'listed'
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("id", Ids.next())
                .run();
    }

    /** Their words go. That staff took them out stays, or they were back with the next ones. */
    @Transactional
    public void forget(Member member) {
        db.sql("""
                delete from directory.entry
                 where circle_id = :circle and account_id = :account and state <> 'out'
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .run();
        db.sql("""
                update directory.entry
                   set expertise = '{}', interests = '{}', region = '', place = '', offers = '', seeks = '', contact = '', link = '',
                       widest = 'nobody', words = ''
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .run();
    }
}
