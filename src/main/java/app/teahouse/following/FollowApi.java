package app.teahouse.following;

import app.teahouse.kernel.Member;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Following for programs. */
@RestController
class FollowApi {
    private final Follows follows;
    private final Followable followable;

    FollowApi(Follows follows, Followable followable) {
        this.follows = follows;
        this.followable = followable;
    }

    record FollowJson(boolean following) {}

    @GetMapping("/api/v1/circles/{slug}/posts/{number}/follow")
    FollowJson followsPost(Member member, @PathVariable long number) {
        return new FollowJson(
                follows.follows(member, followable.post(member, number).target()));
    }

    @PutMapping("/api/v1/circles/{slug}/posts/{number}/follow")
    @NoSurface("What one follows is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void followPost(Member member, @PathVariable long number) {
        follows.follow(member, followable.post(member, number).target());
    }

    @DeleteMapping("/api/v1/circles/{slug}/posts/{number}/follow")
    @NoSurface("What one follows is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void unfollowPost(Member member, @PathVariable long number) {
        follows.unfollow(member, followable.post(member, number).target());
    }

    @GetMapping("/api/v1/circles/{slug}/members/{number}/follow")
    FollowJson followsAuthor(Member member, @PathVariable long number) {
        return new FollowJson(
                follows.follows(member, followable.author(member, number).target()));
    }

    @PutMapping("/api/v1/circles/{slug}/members/{number}/follow")
    @NoSurface("What one follows is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void followAuthor(Member member, @PathVariable long number) {
        follows.follow(member, followable.author(member, number).target());
    }

    @DeleteMapping("/api/v1/circles/{slug}/members/{number}/follow")
    @NoSurface("What one follows is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void unfollowAuthor(Member member, @PathVariable long number) {
        follows.unfollow(member, followable.author(member, number).target());
    }
}
