package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Members › Applications; and an applicant who thinks again. */
@Controller
class ApplicationPages {
    private final Templates templates;
    private final ApplicationQueue queue;
    private final DecideApplications decideApplications;
    private final WithdrawApplication withdrawApplication;
    private final ObjectProvider<KeptForApplicant> kept;

    ApplicationPages(
            Templates templates,
            ApplicationQueue queue,
            DecideApplications decideApplications,
            WithdrawApplication withdrawApplication,
            ObjectProvider<KeptForApplicant> kept) {
        this.templates = templates;
        this.queue = queue;
        this.decideApplications = decideApplications;
        this.withdrawApplication = withdrawApplication;
        this.kept = kept;
    }

    @GetMapping("/c/{slug}/manage/applications")
    Page queue(Staff staff, Frame frame, @RequestParam(required = false) @Nullable String after) {
        return Page.of(page(staff, frame, after, Form.blank(frame)));
    }

    private JteModel page(Staff staff, Frame frame, @Nullable String after, Form form) {
        var waiting = queue.waiting(staff, after, ApplicationQueue.SIZE);
        var applicants = waiting.items().stream().map(ApplicationView::account).toList();
        var notes = new HashMap<AccountId, String>();
        kept.forEach(keeper -> notes.putAll(keeper.kept(frame, staff.circle(), applicants)));
        return templates.applicationsQueue(frame, waiting, notes, form);
    }

    /** One is decided by the button beside it, many by ticking them. */
    @PostMapping("/c/{slug}/manage/applications/decisions")
    Page decide(Staff staff, Frame frame, Form form) {
        var url = "/c/" + staff.member().face().slug() + "/manage/applications";
        return form.submit(
                () -> {
                    if (form.has("decline")) {
                        decideApplications.decline(staff, chosen(form), form.value("reason"));
                        return Page.to(url).saying("applications.declined.done");
                    }
                    decideApplications.approve(staff, chosen(form));
                    return Page.to(url).saying("applications.approved.done");
                },
                again -> page(staff, frame, null, again));
    }

    private static List<ApplicationId> chosen(Form form) {
        var one = form.text("approve");
        var ids = one == null || one.equals("chosen") ? form.values("ids") : List.of(one);
        return ids.stream().map(id -> new ApplicationId(Ids.parse(id))).toList();
    }

    /** From one's own corner: also where the circle can no longer be seen from outside. */
    @PostMapping("/me/applications/{circle}/withdrawal")
    @WhileHalted
    Page withdraw(Person person, @PathVariable CircleId circle) {
        withdrawApplication.withdraw(circle, person.account());
        return Page.to("/me").saying("applications.withdrawn");
    }

    @PostMapping("/c/{slug}/application/withdrawal")
    @NoSurface("Taking back an application says nothing to members")
    @WhileHalted
    Page withdraw(Onlooker onlooker, Person person) {
        withdrawApplication.withdraw(onlooker.circle(), person.account());
        return Page.to("/c/" + onlooker.face().slug() + "/about").saying("applications.withdrawn");
    }
}
