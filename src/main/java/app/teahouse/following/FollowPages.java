package app.teahouse.following;

import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Following a post or an author. Their pages stand in rooms below and only name the address: a menu fetches the button from here when
 * it is opened; without a script it is a link to a small page.
 */
@Controller
class FollowPages {
    private final Templates templates;
    private final Follows follows;
    private final Followable followable;

    FollowPages(Templates templates, Follows follows, Followable followable) {
        this.templates = templates;
        this.follows = follows;
        this.followable = followable;
    }

    @GetMapping("/c/{slug}/p/{number}/follow")
    Page askPost(Member member, @PathVariable long number, Frame frame) {
        return show(member, followable.post(member, number), frame);
    }

    @PostMapping("/c/{slug}/p/{number}/follow")
    @NoSurface("What one follows is seen by nobody else")
    @WhileHalted
    Page followPost(Member member, @PathVariable long number, Frame frame) {
        return follow(member, followable.post(member, number), frame);
    }

    @PostMapping("/c/{slug}/p/{number}/follow/removal")
    @NoSurface("What one follows is seen by nobody else")
    @WhileHalted
    Page unfollowPost(Member member, @PathVariable long number, Frame frame) {
        return unfollow(member, followable.post(member, number), frame);
    }

    @GetMapping("/c/{slug}/m/{number}/follow")
    Page askAuthor(Member member, @PathVariable long number, Frame frame) {
        return show(member, followable.author(member, number), frame);
    }

    @PostMapping("/c/{slug}/m/{number}/follow")
    @NoSurface("What one follows is seen by nobody else")
    @WhileHalted
    Page followAuthor(Member member, @PathVariable long number, Frame frame) {
        return follow(member, followable.author(member, number), frame);
    }

    @PostMapping("/c/{slug}/m/{number}/follow/removal")
    @NoSurface("What one follows is seen by nobody else")
    @WhileHalted
    Page unfollowAuthor(Member member, @PathVariable long number, Frame frame) {
        return unfollow(member, followable.author(member, number), frame);
    }

    private Page show(Member member, Followable.Thing thing, Frame frame) {
        var view = new FollowView(thing.kind(), thing.name(), thing.url(), follows.follows(member, thing.target()));
        return Page.of(templates.followingFollow(frame, view));
    }

    private Page follow(Member member, Followable.Thing thing, Frame frame) {
        follows.follow(member, thing.target());
        return frame.fragment()
                ? show(member, thing, frame)
                : Page.to(thing.url()).saying("following.followed", thing.url() + "/follow/removal");
    }

    private Page unfollow(Member member, Followable.Thing thing, Frame frame) {
        follows.unfollow(member, thing.target());
        return frame.fragment()
                ? show(member, thing, frame)
                : Page.to(thing.url()).saying("following.unfollowed", thing.url() + "/follow");
    }
}
