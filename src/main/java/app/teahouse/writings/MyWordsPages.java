package app.teahouse.writings;

import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** My words here: one's own posts and comments in a circle. {@link MyWordsApi} is the other door. */
@Controller
@RequestMapping("/c/{slug}/my-words")
class MyWordsPages {
    private static final int SIZE = 20;

    private final MyWords myWords;
    private final Templates templates;

    MyWordsPages(MyWords myWords, Templates templates) {
        this.myWords = myWords;
        this.templates = templates;
    }

    @GetMapping
    Page posts(Onlooker onlooker, Person person, Frame frame, @RequestParam(required = false) @Nullable Long before) {
        return Page.of(templates.writingsPosts(
                frame, myWords.posts(onlooker.circle(), person.account(), before, SIZE), onlooker.mayRead()));
    }

    @GetMapping("/p/{number}")
    Page post(Onlooker onlooker, Person person, Frame frame, @PathVariable long number) {
        return Page.of(templates.writingsPost(frame, myWords.post(onlooker.circle(), person.account(), number)));
    }

    @GetMapping("/comments")
    Page comments(
            Onlooker onlooker, Person person, Frame frame, @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.writingsComments(
                frame, myWords.comments(onlooker.circle(), person.account(), before, SIZE), onlooker.mayRead()));
    }
}
