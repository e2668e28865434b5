package app.teahouse.tags;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff make a tag. A name that already leads to a tag gives that one. */
@Component
public class MakeTag {
    private final Db db;
    private final Clock clock;
    private final Tags tags;
    private final TagShelf shelf;

    MakeTag(Db db, Clock clock, Tags tags, TagShelf shelf) {
        this.db = db;
        this.clock = clock;
        this.tags = tags;
        this.shelf = shelf;
    }

    @Transactional
    public TagId make(Staff staff, String typed) {
        var name = TagName.of("name", typed);
        var known = tags.named(staff.circle(), name.text());
        if (known.isPresent()) {
            return known.get().id();
        }
        checkRoom(staff.circle());

        var id = new TagId(Ids.next());
        db.sql("""
                insert into tags.tag (circle_id, tag_id, name, sort_key, made_by, made_at)
                values (:circle, :tag, :name, :sortKey, :account, :now)
                """)
                .with("circle", staff.circle())
                .with("tag", id)
                .with("name", name.text())
                .with("sortKey", Folding.sortKey(name.text()))
                .with("account", staff.account())
                .with("now", clock.instant())
                .run();
        claim(db, staff.circle(), name, id);
        shelf.changed(staff.circle());
        Differences.say("name", "", name.text());
        return id;
    }

    private void checkRoom(CircleId circle) {
        var many = db.sql("select count(*) from tags.tag where circle_id = :circle and merged_into is null")
                .with("circle", circle)
                .one(Long.class);
        if (many >= Tags.MOST_IN_A_CIRCLE) {
            throw Refusal.conflict("tag.circle-full").with("most", Tags.MOST_IN_A_CIRCLE);
        }
    }

    /** The key of the names lets only one of two at once have a name. */
    static void claim(Db db, CircleId circle, TagName name, TagId tag) {
        var claimed = db.sql("""
                insert into tags.name (circle_id, folded, tag_id)
                values (:circle, :folded, :tag)
                on conflict (circle_id, folded) do nothing
                """)
                .with("circle", circle)
                .with("folded", name.folded())
                .with("tag", tag)
                .run();
        if (claimed == 0 && !leadsTo(db, circle, name, tag)) {
            throw Refusal.invalid("name", "tag.name-taken");
        }
    }

    private static boolean leadsTo(Db db, CircleId circle, TagName name, TagId tag) {
        return db.sql("select 1 from tags.name where circle_id = :circle and folded = :folded and tag_id = :tag")
                .with("circle", circle)
                .with("folded", name.folded())
                .with("tag", tag)
                .exists();
    }
}
