package app.teahouse.circles;

import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The form in which somebody founds a circle: three fields, the rest later. */
@Controller
class NewCirclePages {
    private final Templates templates;
    private final CreateCircle createCircle;
    private final MayCreate mayCreate;

    NewCirclePages(Templates templates, CreateCircle createCircle, MayCreate mayCreate) {
        this.templates = templates;
        this.createCircle = createCircle;
        this.mayCreate = mayCreate;
    }

    /** Whom the site lets found no circle learns it before filling in the form. */
    @GetMapping("/new")
    Page form(Person person, Frame frame) {
        mayCreate.listingOf(person);
        return Page.of(templates.circlesNew(frame, Form.blank(frame, "type", Db.name(Type.FREE))));
    }

    @PostMapping("/new")
    Page create(Person person, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var type = type(form.value("type"));
                    var created = createCircle.create(
                            person, form.value("name"), form.value("promise"), type, frame.locale());
                    return type == Type.PAID
                            ? Page.to("/c/" + created.slug() + "/manage/money/plans/new")
                                    .saying("circles.created.paid")
                            : Page.to("/c/" + created.slug()).saying("circles.created");
                },
                again -> templates.circlesNew(frame, again));
    }

    static Type type(String name) {
        return Arrays.stream(Type.values())
                .filter(type -> Db.name(type).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("type", "field.unknown-choice"));
    }
}
