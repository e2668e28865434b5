package app.teahouse.saved;

import app.teahouse.content.Posts;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member puts a saved post into a folder, writes a note with it, and keeps passages of it. All of it is seen by nobody else. */
@Component
public class KeepWords {
    static final int LONGEST_NOTE = 2_000;
    static final int LONGEST_PASSAGE = 1_000;
    static final int MOST_PASSAGES = 20;

    private final Db db;
    private final Clock clock;
    private final SavePost savePost;
    private final Folders folders;
    private final Posts posts;
    private final Guard guard;

    KeepWords(Db db, Clock clock, SavePost savePost, Folders folders, Posts posts, Guard guard) {
        this.db = db;
        this.clock = clock;
        this.savePost = savePost;
        this.folders = folders;
        this.posts = posts;
        this.guard = guard;
    }

    /** Saves the post too, if it is not. */
    @Transactional
    public void note(Member member, long number, @Nullable String note, @Nullable FolderId folder) {
        new Faults().atMost("note", note, LONGEST_NOTE).refuse();
        if (folder != null) {
            folders.mustHave(member.person(), folder);
        }
        savePost.keep(member, number);
        db.sql("""
                update saved.post
                   set note = :note, folder_id = :folder
                 where account_id = :account and circle_id = :circle and number = :number
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .with("note", note == null ? "" : note.strip())
                .with("folder", folder)
                .run();
    }

    /**
     * Saves the post too, if it is not, and holds that row, so that two at once keep no more than allowed, and the same words once.
     *
     * @param part where the words stand, in thousandths of the post
     */
    @Transactional
    public PassageId keep(Member member, long number, @Nullable String words, @Nullable Integer part) {
        new Faults()
                .text("words", words, LONGEST_PASSAGE)
                .require(part == null || (part >= 0 && part <= 1000), "part", "field.unknown-choice")
                .refuse();
        mustBeFree(member, number);
        savePost.keep(member, number);
        db.sql("""
                select number
                  from saved.post
                 where account_id = :account and circle_id = :circle and number = :number
                   for update
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .exists();
        var kept = words == null ? "" : words.strip();
        var same = db.sql("""
                select passage_id
                  from saved.passage
                 where account_id = :account and circle_id = :circle and number = :number and words = :words
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .with("words", kept)
                .maybe((row, n) -> new PassageId(Db.uuid(row, 1)));
        if (same.isPresent()) {
            return same.get();
        }
        var many = db.sql("""
                select count(*)
                  from saved.passage
                 where account_id = :account and circle_id = :circle and number = :number
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .one(Long.class);
        if (many >= MOST_PASSAGES) {
            throw Refusal.conflict("saved.too-many-passages").with("most", MOST_PASSAGES);
        }
        var id = new PassageId(Ids.next());
        db.sql("""
                insert into saved.passage (account_id, circle_id, number, passage_id, words, part, kept_at)
                values (:account, :circle, :number, :id, :words, :part, :now)
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .with("id", id)
                .with("words", kept)
                .with("part", part)
                .with("now", clock.instant())
                .run();
        return id;
    }

    /** Of a protected post nobody carries words away. */
    private void mustBeFree(Member member, long number) {
        posts.live(member.circle(), number).ifPresent(post -> {
            if (!guard.of(Reader.of(member), post.guarded()).mayTake()) {
                throw Refusal.conflict("saved.protected");
            }
        });
    }

    @Transactional
    void forget(Member member, long number, PassageId passage) {
        db.sql("""
                delete from saved.passage
                 where account_id = :account and circle_id = :circle and number = :number and passage_id = :passage
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .with("passage", passage)
                .run();
    }
}
