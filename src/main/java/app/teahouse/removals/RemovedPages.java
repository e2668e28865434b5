package app.teahouse.removals;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Staff;
import app.teahouse.removals.Removal.Money;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Those who were removed: what was decided about them, what of it is still to be decided, and the way to take it back. */
@Controller
@RequestMapping("/c/{slug}/manage/removals")
class RemovedPages {
    private final Templates templates;
    private final RemovalSheet removalSheet;
    private final ChangeBack changeBack;
    private final ChooseWords chooseWords;
    private final SettleMoney settleMoney;
    private final UndoRemoval undoRemoval;

    RemovedPages(
            Templates templates,
            RemovalSheet removalSheet,
            ChangeBack changeBack,
            ChooseWords chooseWords,
            SettleMoney settleMoney,
            UndoRemoval undoRemoval) {
        this.templates = templates;
        this.removalSheet = removalSheet;
        this.changeBack = changeBack;
        this.chooseWords = chooseWords;
        this.settleMoney = settleMoney;
        this.undoRemoval = undoRemoval;
    }

    private static String url(Staff staff, RemovalId id) {
        return RemovalPages.url(staff.member()) + "/" + Ids.text(id);
    }

    @GetMapping
    Page list(
            Staff staff,
            Frame frame,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable RemovalId before) {
        var money = "money".equals(show);
        return Page.of(
                templates.removalsList(frame, money, removalSheet.page(staff, money, before, RemovalSheet.SIZE)));
    }

    @GetMapping("/{removal}")
    Page one(Staff staff, Frame frame, @PathVariable RemovalId removal) {
        return Page.of(one(staff, frame, removal, Form.blank(frame)));
    }

    private JteModel one(Staff staff, Frame frame, RemovalId id, Form form) {
        var view = removalSheet.one(staff, id);
        return templates.removalsOne(
                frame,
                view,
                form.at(frame, url(staff, id) + "/back", "back", view.back()),
                form.at(frame, url(staff, id) + "/words"),
                form.at(frame, url(staff, id) + "/money"));
    }

    @PostMapping("/{removal}/back")
    Page back(Staff staff, Frame frame, Form form, @PathVariable RemovalId removal) {
        return form.submit(
                () -> {
                    var back = RemovalForm.back(form.text("back"));
                    changeBack.change(
                            staff,
                            removal,
                            back,
                            RemovalForm.until(back, form, staff.member().face().zone()));
                    return Page.to(url(staff, removal)).saying("web.saved");
                },
                again -> one(staff, frame, removal, again));
    }

    @PostMapping("/{removal}/words")
    Page words(Staff staff, Frame frame, Form form, @PathVariable RemovalId removal) {
        return form.submit(
                () -> {
                    chooseWords.choose(staff, removal, RemovalForm.words(form.text("words")));
                    return Page.to(url(staff, removal)).saying("removals.words.begun");
                },
                again -> one(staff, frame, removal, again));
    }

    @PostMapping("/{removal}/money")
    @WhileHalted
    Page money(Partner partner, Staff staff, Frame frame, Form form, @PathVariable RemovalId removal) {
        return form.submit(
                () -> {
                    var money = RemovalForm.money(form.text("money"));
                    var trouble = settleMoney.settle(partner, removal, money);
                    var page = Page.to(url(staff, removal));
                    return trouble.isPresent() || money == Money.LATER ? page : page.saying("removals.money.decided");
                },
                again -> one(staff, frame, removal, again));
    }

    @PostMapping("/undoing")
    Page undo(Staff staff, @RequestParam List<RemovalId> removals) {
        undoRemoval.undo(staff, removals);
        return Page.to(removals.size() == 1 ? url(staff, removals.getFirst()) : RemovalPages.url(staff.member()))
                .saying("removals.undone");
    }
}
