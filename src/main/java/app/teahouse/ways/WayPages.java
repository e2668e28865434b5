package app.teahouse.ways;

import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Partner;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Manage › Money › Ways of paying: by which the circle gets money itself. The operator's stand in room site. */
@Controller
class WayPages {
    private static final String HERE = "/c/{slug}/manage/money/ways";

    private final Templates templates;
    private final WayList list;
    private final SetUpWay setUpWay;
    private final WayPictures pictures;

    WayPages(Templates templates, WayList list, SetUpWay setUpWay, WayPictures pictures) {
        this.templates = templates;
        this.list = list;
        this.setUpWay = setUpWay;
        this.pictures = pictures;
    }

    /** This room's entry of Money. */
    @Configuration(proxyBeanMethods = false)
    static class Tabs {

        @Bean
        Tab waysTab() {
            return new Tab(Tab.Place.MONEY, 50, Tab.Who.PARTNERS, "ways.tab", "/manage/money/ways");
        }
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/money/ways";
    }

    @GetMapping(HERE)
    Page ways(Partner partner, Frame frame, HttpServletResponse response) {
        privately(response);
        return Page.of(
                templates.waysList(frame, url(partner), list.of(partner), list.site(partner), list.offers(partner)));
    }

    @GetMapping(HERE + "/new/{kind}")
    Page blank(Partner partner, @PathVariable String kind, Frame frame, HttpServletResponse response) {
        privately(response);
        var offer = list.offer(kind);
        return Page.of(templates.waysEdit(frame, WayForms.blank(frame, offer, null), url(partner), offer, null));
    }

    @PostMapping(HERE + "/new/{kind}")
    Page add(
            Partner partner,
            @PathVariable String kind,
            Frame frame,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile picture) {
        var offer = list.offer(kind);
        return form.submit(
                () -> {
                    var drawn = WayForms.picture(picture);
                    var id = setUpWay.add(partner, kind, WayForms.text(form, offer));
                    pictures.keep(partner, id, drawn);
                    return Page.to(url(partner)).saying("ways.added");
                },
                again -> templates.waysEdit(frame, again, url(partner), offer, null));
    }

    @GetMapping(HERE + "/{way}")
    Page way(Partner partner, @PathVariable WayId way, Frame frame, HttpServletResponse response) {
        privately(response);
        var view = list.one(partner, way);
        var offer = list.offer(view.kind());
        return Page.of(templates.waysEdit(frame, WayForms.blank(frame, offer, view), url(partner), offer, view));
    }

    @PostMapping(HERE + "/{way}")
    Page change(
            Partner partner,
            @PathVariable WayId way,
            Frame frame,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile picture) {
        var view = list.one(partner, way);
        var offer = list.offer(view.kind());
        return form.submit(
                () -> {
                    var drawn = WayForms.picture(picture);
                    setUpWay.change(partner, way, WayForms.text(form, offer));
                    pictures.keep(partner, way, drawn);
                    return Page.to(url(partner)).saying("web.saved");
                },
                again -> templates.waysEdit(frame, again, url(partner), offer, view));
    }

    @PostMapping(HERE + "/{way}/removal")
    Page remove(Partner partner, @PathVariable WayId way) {
        setUpWay.remove(partner, way);
        return Page.to(url(partner)).saying("ways.removed");
    }

    @GetMapping(HERE + "/{way}/picture")
    ResponseEntity<byte[]> picture(Partner partner, @PathVariable WayId way) {
        return pictures.find(partner.circle(), way)
                .map(WayPages::shown)
                .orElse(ResponseEntity.notFound().build());
    }

    static ResponseEntity<byte[]> shown(SmallPicture picture) {
        return ResponseEntity.ok()
                .header("Content-Type", picture.type())
                .header("Cache-Control", "private, no-cache")
                .body(picture.bytes());
    }

    private static void privately(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }
}
