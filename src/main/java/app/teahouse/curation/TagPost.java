package app.teahouse.curation;

import app.teahouse.content.Post;
import app.teahouse.content.PostKey;
import app.teahouse.content.PostRows;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.tags.MakeTag;
import app.teahouse.tags.TagId;
import app.teahouse.tags.Tags;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The author, the staff or a volunteer puts a tag on a post or takes it off, one at a time. Only staff make new tags by it. */
@Component
class TagPost {
    private final PostRows rows;
    private final Tags tags;
    private final MakeTag makeTag;

    TagPost(PostRows rows, Tags tags, MakeTag makeTag) {
        this.rows = rows;
        this.tags = tags;
        this.makeTag = makeTag;
    }

    @Transactional
    Post.Facts add(Member member, PostKey key, String name) {
        var tag = tags.named(member.circle(), name.strip().replaceFirst("^[#＃]+", ""))
                .orElseThrow(() -> Refusal.invalid("tag", "tag.unknown"));
        return add(member, key, tag.id());
    }

    /** As {@link #add}, and a name that is new becomes a tag of the circle. */
    @Transactional
    Post.Facts addNew(Staff staff, PostKey key, String name) {
        return add(staff.member(), key, makeTag.make(staff, name));
    }

    private Post.Facts add(Member member, PostKey key, TagId tag) {
        var post = lock(member, key);
        tags.add(
                member.circle(),
                post.facts().id(),
                tag,
                post instanceof Post.Live ? post.facts().number() : null);
        return post.facts();
    }

    @Transactional
    Post.Facts remove(Member member, PostKey key, String name) {
        var post = lock(member, key);
        tags.named(member.circle(), name)
                .ifPresent(tag -> tags.remove(member.circle(), post.facts().id(), tag.id()));
        return post.facts();
    }

    private Post lock(Member member, PostKey key) {
        var post = rows.lock(member.circle(), key);
        if (post instanceof Post.Deleted || post.facts().isApart()) {
            throw Refusal.notFound("post.unknown");
        }
        if (!post.facts().isBy(member) && !member.isStaff() && member.role() != Role.VOLUNTEER) {
            throw Refusal.notAllowed("post.not-yours");
        }
        return post;
    }
}
