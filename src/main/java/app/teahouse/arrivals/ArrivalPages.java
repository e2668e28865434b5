package app.teahouse.arrivals;

import app.teahouse.accounts.Accounts;
import app.teahouse.arrivals.BeginArrival.Wish;
import app.teahouse.circles.MayCreate;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Somebody brings a circle along, looks at it, and watches it come in. */
@Controller
class ArrivalPages {
    private static final String HERE = "/new/arrivals";

    private final BringCircle bringCircle;
    private final BeginArrival beginArrival;
    private final StopArrival stopArrival;
    private final ArrivalSheet sheet;
    private final MayCreate mayCreate;
    private final Limits limits;
    private final Accounts accounts;
    private final Templates templates;

    ArrivalPages(
            BringCircle bringCircle,
            BeginArrival beginArrival,
            StopArrival stopArrival,
            ArrivalSheet sheet,
            MayCreate mayCreate,
            Limits limits,
            Accounts accounts,
            Templates templates) {
        this.bringCircle = bringCircle;
        this.beginArrival = beginArrival;
        this.stopArrival = stopArrival;
        this.sheet = sheet;
        this.mayCreate = mayCreate;
        this.limits = limits;
        this.accounts = accounts;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page arrivals(Person person, Frame frame) {
        mayCreate.listingOf(person);
        return Page.of(templates.arrivalsList(frame, Form.blank(frame), HERE, sheet.latest(person)));
    }

    @PostMapping(HERE)
    Page upload(
            Person person,
            Frame frame,
            Form form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        return form.submit(
                () -> Page.to(HERE + "/" + Ids.text(bring(person, file))),
                again -> templates.arrivalsList(frame, again, HERE, sheet.latest(person)));
    }

    private CircleId bring(Person person, @Nullable MultipartFile file) {
        return bring(person, file, limits, bringCircle);
    }

    static CircleId bring(Person person, @Nullable MultipartFile file, Limits limits, BringCircle bringCircle) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "field.missing");
        }
        limits.take("arrival", person.account().value().toString(), 20, Duration.ofHours(24));
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return bringCircle.bring(person, name == null ? "circle.zip" : name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(HERE + "/{circle}")
    Page one(Person person, Frame frame, @PathVariable CircleId circle) {
        var arrival = sheet.one(person, circle);
        return Page.of(templates.arrivalsOne(
                frame,
                Form.blank(frame, "slug", arrival.slug(), "owner", isProbably(person, arrival) ? "true" : ""),
                HERE,
                arrival));
    }

    /** Nobody becomes somebody else because a box was ticked already. */
    private boolean isProbably(Person person, ArrivalView arrival) {
        return accounts.card(person.account())
                .filter(card -> Folding.folded(card.name()).equals(Folding.folded(arrival.ownerName())))
                .isPresent();
    }

    @PostMapping(HERE + "/{circle}/start")
    Page start(Person person, Frame frame, Form form, @PathVariable CircleId circle) {
        return form.submit(
                () -> {
                    limits.take("arrival-key", person.account().value().toString(), 20, Duration.ofHours(1));
                    beginArrival.begin(
                            person, circle, new Wish(form.value("slug"), form.value("passphrase"), form.has("owner")));
                    return Page.to(HERE + "/" + Ids.text(circle));
                },
                again -> templates.arrivalsOne(frame, again, HERE, sheet.one(person, circle)));
    }

    @PostMapping(HERE + "/{circle}/stop")
    Page stop(Person person, Frame frame, Form form, @PathVariable CircleId circle) {
        return form.submit(
                () -> {
                    stopArrival.stop(person, circle);
                    return Page.to(HERE).saying("arrivals.stopped");
                },
                again -> templates.arrivalsOne(frame, again, HERE, sheet.one(person, circle)));
    }
}
