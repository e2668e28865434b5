package app.teahouse.suspicions;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Operator;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** On the operator's desk: new accounts that look like a machine's. {@link SuspicionApi} is the other door. */
@Controller
@RequestMapping("/site/newcomers")
class SuspicionPages {
    private static final String HERE = "/site/newcomers";

    private final Templates templates;
    private final SuspicionList list;
    private final DecideSuspicion decide;
    private final Defences defences;

    SuspicionPages(Templates templates, SuspicionList list, DecideSuspicion decide, Defences defences) {
        this.templates = templates;
        this.list = list;
        this.decide = decide;
        this.defences = defences;
    }

    @GetMapping
    Page waiting(Operator operator, Frame frame, @RequestParam(required = false) @Nullable AccountId after) {
        var defence = defences.defence(operator);
        var form = Form.blank(frame, "on", defence.switchedOn() ? "true" : null, "disposable", defence.disposable());
        return Page.of(page(operator, frame, after, form));
    }

    private JteModel page(Operator operator, Frame frame, @Nullable AccountId after, Form form) {
        return templates.suspicionsList(frame, list.page(operator, after), form);
    }

    @PostMapping("/{account}/clearing")
    Page clear(Operator operator, @PathVariable AccountId account) {
        decide.clear(operator, account);
        return Page.to(HERE).saying("suspicions.cleared");
    }

    @PostMapping("/{account}/block")
    Page block(Operator operator, @PathVariable AccountId account) {
        decide.block(operator, account);
        return Page.to(HERE).saying("suspicions.blocked");
    }

    @PostMapping("/defences")
    Page change(Operator operator, Frame frame, Form form) {
        return form.submit(
                () -> {
                    defences.change(operator, new Defence(form.has("on", "true"), form.value("disposable")));
                    return Page.to(HERE).saying("web.saved");
                },
                again -> page(operator, frame, null, again));
    }
}
