package app.teahouse.access;

import app.teahouse.circles.Access;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Visibility;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Manage › Settings › Access: who may find the circle and come in. A change shows first who is affected, and is then confirmed. */
@Controller
class AccessPages {
    private final Templates templates;
    private final Circles circles;
    private final AccessPreview accessPreview;
    private final ChangeAccess changeAccess;

    AccessPages(Templates templates, Circles circles, AccessPreview accessPreview, ChangeAccess changeAccess) {
        this.templates = templates;
        this.circles = circles;
        this.accessPreview = accessPreview;
        this.changeAccess = changeAccess;
    }

    @GetMapping("/c/{slug}/manage/settings/access")
    Page access(Partner partner, Frame frame) {
        var access = circle(partner).access();
        var form = Form.blank(
                frame,
                "visibility",
                Db.name(access.visibility()),
                "joinMode",
                Db.name(access.joinMode()),
                "publicReading",
                access.publicReading(),
                "teasers",
                access.teasers());
        return Page.of(templates.accessAccess(frame, form, hasPassword(partner), List.of()));
    }

    @PostMapping("/c/{slug}/manage/settings/access")
    Page change(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var wish = wish(form);
                    var password = form.text("joinPassword");
                    ChangeAccess.check(circle(partner), wish, password);
                    var consequences =
                            form.has("confirmed") ? List.<Consequence>of() : accessPreview.of(partner.circle(), wish);
                    if (!consequences.isEmpty()) {
                        return Page.of(templates.accessAccess(frame, form, hasPassword(partner), consequences));
                    }
                    changeAccess.change(partner, wish, password);
                    return Page.to("/c/" + partner.member().face().slug() + "/manage/settings/access")
                            .saying("web.saved");
                },
                again -> templates.accessAccess(frame, again, hasPassword(partner), List.of()));
    }

    private Circle circle(Partner partner) {
        return circles.fresh(partner.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
    }

    private boolean hasPassword(Partner partner) {
        return circle(partner).joinMode() == JoinMode.PASSWORD;
    }

    /** Public reading goes with "listed" only; where the choice is another one, its tick does not count. */
    private static Access wish(Form form) {
        var visibility = constant(Visibility.class, "visibility", form.value("visibility"));
        return new Access(
                visibility,
                constant(JoinMode.class, "joinMode", form.value("joinMode")),
                form.has("publicReading") && visibility == Visibility.LISTED,
                form.has("teasers"));
    }

    static <E extends Enum<E>> E constant(Class<E> type, String field, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Db.name(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "field.unknown-choice"));
    }
}
