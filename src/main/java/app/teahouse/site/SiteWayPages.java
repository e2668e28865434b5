package app.teahouse.site;

import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.Operator;
import app.teahouse.ways.SetUpWay;
import app.teahouse.ways.WayForms;
import app.teahouse.ways.WayList;
import app.teahouse.ways.WayPictures;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The ways by which the site receives money for circles. */
@Controller
class SiteWayPages {
    private static final String HERE = "/site/money/ways";

    private final Templates templates;
    private final WayList list;
    private final SetUpWay setUpWay;
    private final WayPictures pictures;

    SiteWayPages(Templates templates, WayList list, SetUpWay setUpWay, WayPictures pictures) {
        this.templates = templates;
        this.list = list;
        this.setUpWay = setUpWay;
        this.pictures = pictures;
    }

    @GetMapping(HERE + "/new/{kind}")
    Page blank(Operator operator, @PathVariable String kind, Frame frame, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var offer = list.offer(kind);
        return Page.of(templates.siteWay(frame, WayForms.blank(frame, offer, null), offer, null));
    }

    @PostMapping(HERE + "/new/{kind}")
    Page add(
            Operator operator,
            @PathVariable String kind,
            Frame frame,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile picture) {
        var offer = list.offer(kind);
        return form.submit(
                () -> {
                    var drawn = WayForms.picture(picture);
                    var id = setUpWay.add(operator, kind, WayForms.text(form, offer));
                    pictures.keep(operator, id, drawn);
                    return Page.to("/site/money").saying("ways.added");
                },
                again -> templates.siteWay(frame, again, offer, null));
    }

    @GetMapping(HERE + "/{way}")
    Page way(Operator operator, @PathVariable WayId way, Frame frame, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var view = list.one(operator, way);
        var offer = list.offer(view.kind());
        return Page.of(templates.siteWay(frame, WayForms.blank(frame, offer, view), offer, view));
    }

    @PostMapping(HERE + "/{way}")
    Page change(
            Operator operator,
            @PathVariable WayId way,
            Frame frame,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile picture) {
        var view = list.one(operator, way);
        var offer = list.offer(view.kind());
        return form.submit(
                () -> {
                    var drawn = WayForms.picture(picture);
                    setUpWay.change(operator, way, WayForms.text(form, offer));
                    pictures.keep(operator, way, drawn);
                    return Page.to("/site/money").saying("web.saved");
                },
                again -> templates.siteWay(frame, again, offer, view));
    }

    @PostMapping(HERE + "/{way}/removal")
    Page remove(Operator operator, @PathVariable WayId way) {
        setUpWay.remove(operator, way);
        return Page.to("/site/money").saying("ways.removed");
    }

    @GetMapping(HERE + "/{way}/picture")
    ResponseEntity<byte[]> picture(Operator operator, @PathVariable WayId way) {
        return pictures.find(Ways.SITE, way)
                .map(picture -> ResponseEntity.ok()
                        .header("Content-Type", picture.type())
                        .header("Cache-Control", "private, no-cache")
                        .body(picture.bytes()))
                .orElse(ResponseEntity.notFound().build());
    }
}
