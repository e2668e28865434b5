package app.teahouse.following;

import app.teahouse.content.Posts;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import org.springframework.stereotype.Component;

/** Finds what a member may follow: a post they can see, another member. */
@Component
class Followable {
    private final Posts posts;
    private final Guard guard;
    private final Members members;

    Followable(Posts posts, Guard guard, Members members) {
        this.posts = posts;
        this.guard = guard;
        this.members = members;
    }

    /** Something that can be followed. */
    record Thing(String target, String kind, String name, String url) {}

    Thing post(Member member, long number) {
        var post = posts.live(member.circle(), number).orElseThrow(() -> Refusal.notFound("post.unknown"));
        var open = guard.of(Reader.of(member), post.guarded()).isOpen();
        var name = open ? post.name() : Posts.named(post.title(), "", number);
        return new Thing(
                Follows.post(number), "post", name, "/c/" + member.face().slug() + "/p/" + number);
    }

    Thing author(Member member, long number) {
        var card = members.numbered(member.circle(), number)
                .filter(MemberCard::active)
                .orElseThrow(() -> Refusal.notFound("member.unknown"));
        return new Thing(
                Follows.author(card.account()),
                "author",
                card.alias(),
                "/c/" + member.face().slug() + card.path());
    }
}
