package app.teahouse.removals;

import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What was decided about somebody who was removed, for themselves: why, until when, their words, their money, and whom to write to. */
@Controller
class MyRemovalPages {
    private final Templates templates;
    private final RemovalSheet removalSheet;
    private final Clock clock;

    MyRemovalPages(Templates templates, RemovalSheet removalSheet, Clock clock) {
        this.templates = templates;
        this.removalSheet = removalSheet;
        this.clock = clock;
    }

    @GetMapping("/c/{slug}/removal")
    Page mine(Onlooker onlooker, Person person, Frame frame) {
        if (onlooker.member().isPresent()) {
            return Page.to("/c/" + onlooker.face().slug());
        }
        return removalSheet
                .mine(onlooker.circle(), person.account())
                .map(removal -> Page.of(templates.removalsMine(frame, RemovalView.mine(removal, clock.instant()))))
                // Nothing more than why was written down of who was removed long ago.
                .orElseGet(() -> Page.to("/c/" + onlooker.face().slug() + "/letters"));
    }
}
