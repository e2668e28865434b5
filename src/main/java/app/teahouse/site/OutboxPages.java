package app.teahouse.site;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.mail.Outbox;
import app.teahouse.mail.Outbox.State;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The letters of the site in an operator's browser: while no mail server is set up, this is where they are handed out from. */
@Controller
class OutboxPages {
    private final Templates templates;
    private final Outbox outbox;

    OutboxPages(Templates templates, Outbox outbox) {
        this.templates = templates;
        this.outbox = outbox;
    }

    @GetMapping("/site/outbox")
    Page outbox(
            Operator operator,
            Frame frame,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID before) {
        var only = state(state);
        return Page.of(templates.siteOutbox(frame, outbox.list(operator, only, before), only));
    }

    @GetMapping("/site/outbox/{letter}")
    Page letter(Operator operator, @PathVariable UUID letter, Frame frame) {
        return Page.of(templates.siteLetter(frame, outbox.one(operator, letter)));
    }

    static @Nullable State state(@Nullable String name) {
        return Arrays.stream(State.values())
                .filter(state -> Db.name(state).equals(name))
                .findFirst()
                .orElse(null);
    }
}
