package app.teahouse.home;

import app.teahouse.applications.MyApplications;
import app.teahouse.circles.Discover;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front page, the directory, one's own corner and the way to writing. */
@Controller
class HomePages {
    private static final int FACES = 9;
    private static final int SIZE = 24;

    private final Templates templates;
    private final WhatIsNew whatIsNew;
    private final Discover discover;
    private final MyApplications myApplications;

    HomePages(Templates templates, WhatIsNew whatIsNew, Discover discover, MyApplications myApplications) {
        this.templates = templates;
        this.whatIsNew = whatIsNew;
        this.discover = discover;
        this.myApplications = myApplications;
    }

    @GetMapping("/")
    Page home(Visitor visitor, Frame frame) {
        return visitor.person()
                .map(person -> Page.of(templates.homeNews(frame, whatIsNew.of(person))))
                .orElseGet(() -> Page.of(templates.homeWelcome(
                        frame, discover.circles(null, FACES).items())));
    }

    @GetMapping("/discover")
    Page discover(
            Visitor visitor,
            Frame frame,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before) {
        var words = q == null ? "" : q.strip();
        var page = words.isEmpty() ? discover.circles(before, SIZE) : discover.search(words, before, SIZE);
        return Page.of(templates.homeDiscover(frame, new DiscoverView(words, page.items(), page.next())));
    }

    @GetMapping("/me")
    Page me(Person person, Frame frame) {
        return Page.of(templates.homeMe(frame, whatIsNew.circles(person), myApplications.of(person)));
    }

    /** Where to write, for somebody who is in no circle's pages just now. Who has one circle only needs not choose. */
    @GetMapping("/write")
    Page write(Person person, Frame frame) {
        var circles = whatIsNew.circles(person).stream()
                .filter(circle -> !circle.face().archived())
                .toList();
        return circles.size() == 1
                ? Page.to("/c/" + circles.getFirst().face().slug() + "/write")
                : Page.of(templates.homeWrite(frame, circles));
    }
}
