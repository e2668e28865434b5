package app.teahouse.reservations;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Manage › Places: partners bring a list of people, look at it, and see who has come. */
@Controller
@RequestMapping("/c/{slug}/manage/places")
class ReservationPages {
    private final ReadList readList;
    private final BeginList beginList;
    private final ListSheet sheet;
    private final PlaceList places;
    private final Limits limits;
    private final Templates templates;

    ReservationPages(
            ReadList readList,
            BeginList beginList,
            ListSheet sheet,
            PlaceList places,
            Limits limits,
            Templates templates) {
        this.readList = readList;
        this.beginList = beginList;
        this.sheet = sheet;
        this.places = places;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping
    Page all(Partner partner, Frame frame, @RequestParam(required = false) @Nullable PlaceId before) {
        return Page.of(templates.reservationsAll(
                frame, Form.blank(frame), url(partner), sheet.latest(partner), places.page(partner, before)));
    }

    @PostMapping
    Page upload(
            Partner partner,
            Frame frame,
            Form form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        return form.submit(
                () -> Page.to(list(partner, read(partner, file, limits, readList))),
                again -> templates.reservationsAll(
                        frame, again, url(partner), sheet.latest(partner), places.page(partner, null)));
    }

    static ListId read(Partner partner, @Nullable MultipartFile file, Limits limits, ReadList readList) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "field.missing");
        }
        limits.take("people", partner.account().value().toString(), 30, Duration.ofHours(1));
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return readList.read(partner, name == null || name.isBlank() ? "members.csv" : name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/lists/{list}")
    Page one(
            Partner partner,
            Frame frame,
            @PathVariable ListId list,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int after) {
        return Page.of(templates.reservationsOne(
                frame, Form.blank(frame), list(partner, list), sheet.one(partner, list, only.equals("odd"), after)));
    }

    @PostMapping("/lists/{list}/start")
    Page begin(Partner partner, Frame frame, Form form, @PathVariable ListId list) {
        return form.submit(
                () -> {
                    beginList.begin(partner, list);
                    return Page.to(list(partner, list));
                },
                again -> templates.reservationsOne(
                        frame, again, list(partner, list), sheet.one(partner, list, false, 0)));
    }

    @PostMapping("/lists/{list}/stop")
    Page stop(Partner partner, Frame frame, Form form, @PathVariable ListId list) {
        return form.submit(
                () -> {
                    beginList.stop(partner, list);
                    return Page.to(url(partner)).saying("reservations.stopped");
                },
                again -> templates.reservationsOne(
                        frame, again, list(partner, list), sheet.one(partner, list, false, 0)));
    }

    @PostMapping("/{place}/removal")
    Page withdraw(Partner partner, Frame frame, Form form, @PathVariable PlaceId place) {
        return form.submit(
                () -> {
                    places.withdraw(partner, place);
                    return Page.to(url(partner)).saying("reservations.withdrawn");
                },
                again -> templates.reservationsAll(
                        frame, again, url(partner), sheet.latest(partner), places.page(partner, null)));
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/places";
    }

    private static String list(Partner partner, ListId list) {
        return url(partner) + "/lists/" + Ids.text(list);
    }

    /** Its entry below Manage. */
    @Configuration(proxyBeanMethods = false)
    static class Entry {
        @Bean
        Tab reservationsTab() {
            return new Tab(Tab.Place.MEMBERS, 30, Tab.Who.PARTNERS, "reservations.title", "/manage/places");
        }
    }
}
