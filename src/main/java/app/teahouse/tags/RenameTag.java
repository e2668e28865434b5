package app.teahouse.tags;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff call a tag otherwise. The old name still leads to it, as do the synonyms the staff add. */
@Component
class RenameTag {
    static final int MOST_NAMES = 20;

    private final Db db;
    private final TagShelf shelf;

    RenameTag(Db db, TagShelf shelf) {
        this.db = db;
        this.shelf = shelf;
    }

    @Transactional
    void rename(Staff staff, TagId tag, String typed) {
        var name = TagName.of("name", typed);
        Differences.say("name", lock(staff, tag), name.text());
        MakeTag.claim(db, staff.circle(), name, tag);
        db.sql("""
                update tags.tag
                   set name = :name, sort_key = :sortKey
                 where circle_id = :circle and tag_id = :tag
                """)
                .with("circle", staff.circle())
                .with("tag", tag)
                .with("name", name.text())
                .with("sortKey", Folding.sortKey(name.text()))
                .run();
    }

    @Transactional
    void addSynonym(Staff staff, TagId tag, String typed) {
        var name = TagName.of("name", typed);
        lock(staff, tag);
        var names = db.sql("select count(*) from tags.name where circle_id = :circle and tag_id = :tag")
                .with("circle", staff.circle())
                .with("tag", tag)
                .one(Long.class);
        if (names >= MOST_NAMES) {
            throw Refusal.conflict("tag.too-many-names").with("most", MOST_NAMES);
        }
        MakeTag.claim(db, staff.circle(), name, tag);
        Differences.say("synonym", "", name.text());
    }

    @Transactional
    void removeSynonym(Staff staff, TagId tag, String typed) {
        var own = lock(staff, tag);
        var folded = Folding.folded(typed);
        if (folded.equals(Folding.folded(own))) {
            return;
        }
        db.sql("delete from tags.name where circle_id = :circle and folded = :folded and tag_id = :tag")
                .with("circle", staff.circle())
                .with("folded", folded)
                .with("tag", tag)
                .run();
        Differences.say("synonym", typed.strip(), "");
    }

    @Transactional
    void colour(Staff staff, TagId tag, String colour) {
        lock(staff, tag);
        if (!app.teahouse.web.Look.COLOURS.contains(colour)) {
            throw Refusal.invalid("colour", "field.unknown-choice");
        }
        Differences.say(
                "colour",
                db.sql("select colour from tags.tag where circle_id = :circle and tag_id = :tag")
                        .with("circle", staff.circle())
                        .with("tag", tag)
                        .one(String.class),
                colour);
        db.sql("update tags.tag set colour = :colour where circle_id = :circle and tag_id = :tag")
                .with("circle", staff.circle())
                .with("tag", tag)
                .with("colour", colour)
                .run();
    }

    /** Locks the tag, so that it is not merged away while its names change. */
    private String lock(Staff staff, TagId tag) {
        shelf.changed(staff.circle());
        return db.sql("""
                select name
                  from tags.tag
                 where circle_id = :circle and tag_id = :tag and merged_into is null
                   for no key update
                """)
                .with("circle", staff.circle())
                .with("tag", tag)
                .maybe(String.class)
                .orElseThrow(() -> Refusal.notFound("tag.unknown"));
    }
}
