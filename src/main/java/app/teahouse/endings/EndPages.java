package app.teahouse.endings;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Manage › Settings › Archive or delete. */
@Controller
class EndPages {
    private final Templates templates;
    private final Circles circles;
    private final ArchiveCircle archiveCircle;
    private final DeleteCircle deleteCircle;

    EndPages(Templates templates, Circles circles, ArchiveCircle archiveCircle, DeleteCircle deleteCircle) {
        this.templates = templates;
        this.circles = circles;
        this.archiveCircle = archiveCircle;
        this.deleteCircle = deleteCircle;
    }

    @GetMapping("/c/{slug}/manage/settings/end")
    Page end(Partner partner, Frame frame) {
        return Page.of(templates.endingsEnd(frame, view(partner), Form.blank(frame)));
    }

    private EndView view(Partner partner) {
        var circle = circles.fresh(partner.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        return new EndView(
                circle.face(),
                circle.state(),
                circle.deleteAt(),
                circle.owner().equals(partner.account()),
                deleteCircle.hindrances(circle.id()));
    }

    @PostMapping("/c/{slug}/manage/settings/archive")
    Page archive(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    archiveCircle.archive(partner);
                    return Page.to(url(partner)).saying("circles.archived", settings(partner) + "/opening");
                },
                again -> templates.endingsEnd(frame, view(partner), again));
    }

    @PostMapping("/c/{slug}/manage/settings/opening")
    Page open(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    archiveCircle.open(partner);
                    return Page.to(url(partner)).saying("circles.opened");
                },
                again -> templates.endingsEnd(frame, view(partner), again));
    }

    @PostMapping("/c/{slug}/manage/settings/deletion")
    Page delete(Owner owner, Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var name = owner.member().face().name();
                    if (!form.value("name").strip().equals(name.strip())) {
                        throw Refusal.invalid("name", "circle.name-differs");
                    }
                    deleteCircle.delete(owner);
                    return Page.to(url(partner)).saying("circles.deleting");
                },
                again -> templates.endingsEnd(frame, view(partner), again));
    }

    @PostMapping("/c/{slug}/manage/settings/deletion/end")
    Page keep(Owner owner, Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    deleteCircle.keep(owner);
                    return Page.to(url(partner)).saying("circles.kept");
                },
                again -> templates.endingsEnd(frame, view(partner), again));
    }

    private static String url(Partner partner) {
        return settings(partner) + "/end";
    }

    private static String settings(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/settings";
    }
}
