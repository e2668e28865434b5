package app.teahouse.directory;

import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Members;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Those who lead a circle open its directory, and staff take a member out of it. */
@Controller
class TakeOutPages {
    private final Templates templates;
    private final Choice choice;
    private final TakeOut takeOut;
    private final DirectoryDesk desk;
    private final Members members;

    TakeOutPages(Templates templates, Choice choice, TakeOut takeOut, DirectoryDesk desk, Members members) {
        this.templates = templates;
        this.choice = choice;
        this.takeOut = takeOut;
        this.desk = desk;
        this.members = members;
    }

    @Bean
    static Tab directoryTab() {
        return new Tab(Tab.Place.MEMBERS, 60, Tab.Who.STAFF, "directory.title", "/manage/directory");
    }

    @GetMapping("/c/{slug}/manage/directory")
    Page desk(Staff staff, Frame frame, @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.directoryDesk(
                frame,
                staff.member().face(),
                choice.isOpen(staff.circle()),
                staff.role().leads(),
                desk.out(staff.circle(), before)));
    }

    @PostMapping("/c/{slug}/manage/directory")
    Page choose(Partner partner, Form form) {
        choice.choose(partner, form.has("open"));
        return Page.to("/c/" + partner.member().face().slug() + "/manage/directory")
                .saying("web.saved");
    }

    @GetMapping("/c/{slug}/m/{number}/directory/removal")
    Page ask(Staff staff, Frame frame, @PathVariable String number) {
        return Page.of(templates.directoryTakeout(frame, members.numbered(staff.circle(), number), Form.blank(frame)));
    }

    @PostMapping("/c/{slug}/m/{number}/directory/removal")
    Page takeOut(Staff staff, Frame frame, Form form, @PathVariable String number) {
        var card = members.numbered(staff.circle(), number);
        return form.submit(
                () -> {
                    takeOut.takeOut(staff, card.number(), form.value("reason"));
                    return Page.to("/c/" + staff.member().face().slug() + "/manage/directory")
                            .saying("directory.taken-out");
                },
                again -> templates.directoryTakeout(frame, card, again));
    }

    @PostMapping("/c/{slug}/m/{number}/directory/return")
    Page letIn(Staff staff, @PathVariable String number) {
        takeOut.letIn(staff, members.numbered(staff.circle(), number).number());
        return Page.to("/c/" + staff.member().face().slug() + "/manage/directory")
                .saying("directory.let-in");
    }
}
