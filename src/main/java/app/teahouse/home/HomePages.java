package app.teahouse.home;

import app.teahouse.applications.MyApplications;
import app.teahouse.circles.Discover;
import app.teahouse.circles.MayCreate;
import app.teahouse.entrance.SetUp;
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
    private final MayCreate mayCreate;
    private final SetUp setUp;

    HomePages(
            Templates templates,
            WhatIsNew whatIsNew,
            Discover discover,
            MyApplications myApplications,
            MayCreate mayCreate,
            SetUp setUp) {
        this.templates = templates;
        this.whatIsNew = whatIsNew;
        this.discover = discover;
        this.myApplications = myApplications;
        this.mayCreate = mayCreate;
        this.setUp = setUp;
    }

    @GetMapping("/")
    Page home(Visitor visitor, Frame frame) {
        return visitor.person()
                .map(person -> news(visitor, frame, whatIsNew.of(person)))
                .orElseGet(() -> welcome(visitor, frame));
    }

    private Page news(Visitor visitor, Frame frame, HomeView view) {
        return Page.of(
                templates.homeNews(frame, view, view.isEmpty() ? start(visitor) : new StartView(false, false, false)));
    }

    private StartView start(Visitor visitor) {
        return new StartView(discover.circles(null, 1).items().isEmpty(), mayCreate.offersTo(visitor), false);
    }

    private Page welcome(Visitor visitor, Frame frame) {
        var circles = discover.circles(null, FACES).items();
        var empty = circles.isEmpty();
        var start = new StartView(empty, mayCreate.offersTo(visitor), empty && setUp.isOpen());
        return Page.of(templates.homeWelcome(frame, circles, start));
    }

    @GetMapping("/discover")
    Page discover(
            Visitor visitor,
            Frame frame,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before) {
        var words = q == null ? "" : q.strip();
        var page = words.isEmpty() ? discover.circles(before, SIZE) : discover.search(words, before, SIZE);
        return Page.of(templates.homeDiscover(
                frame, new DiscoverView(words, page.items(), page.next(), mayCreate.offersTo(visitor))));
    }

    @GetMapping("/me")
    Page me(Person person, Frame frame) {
        return Page.of(templates.homeMe(frame, whatIsNew.circles(person), myApplications.of(person)));
    }

    /** Where to write, for somebody who is in no circle's pages just now. Who has one circle only needs not choose. */
    @GetMapping("/write")
    Page write(Person person, Visitor visitor, Frame frame) {
        var circles = whatIsNew.circles(person).stream()
                .filter(circle -> !circle.face().archived())
                .toList();
        return circles.size() == 1
                ? Page.to("/c/" + circles.getFirst().face().slug() + "/write")
                : Page.of(templates.homeWrite(frame, circles, start(visitor)));
    }
}
