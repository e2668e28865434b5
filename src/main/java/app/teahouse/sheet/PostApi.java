package app.teahouse.sheet;

import app.teahouse.content.PostKey;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.reactions.Reactions;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A post as programs read it. {@code post} in an address is the number, or the id of a scheduled one. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/posts")
class PostApi {
    private final PostSheet sheet;
    private final PostHistory history;
    private final Reactions reactions;

    PostApi(PostSheet sheet, PostHistory history, Reactions reactions) {
        this.sheet = sheet;
        this.history = history;
        this.reactions = reactions;
    }

    @GetMapping("/{post}")
    PostJson post(Onlooker onlooker, @PathVariable String post) {
        return PostJson.of(sheet.read(onlooker, PostKey.of(post)));
    }

    record VersionJson(int version, String title, String text, Instant until) {}

    record VersionsJson(List<VersionJson> items) {}

    @GetMapping("/{post}/history")
    VersionsJson history(Onlooker onlooker, Member member, @PathVariable String post) {
        var view = sheet.read(onlooker, PostKey.of(post));
        return new VersionsJson(history.of(member, view).stream()
                .map(old -> new VersionJson(old.version(), old.title(), old.body(), old.until()))
                .toList());
    }

    record ReactorsJson(List<Reactions.Reactor> items) {}

    @GetMapping("/{number}/reactions")
    ReactorsJson reactors(Onlooker onlooker, Member member, @PathVariable long number) {
        var view = sheet.read(onlooker, new PostKey(number, null));
        return new ReactorsJson(reactions.reactors(member.circle(), view.id()));
    }
}
