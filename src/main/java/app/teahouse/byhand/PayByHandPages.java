package app.teahouse.byhand;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import app.teahouse.till.Storefront;
import app.teahouse.ways.SmallPicture;
import app.teahouse.ways.WayForms;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where the money goes, and "I have paid", for the payer alone. {@link PayByHandApi} is the other door. */
@Controller
class PayByHandPages {
    private final Templates templates;
    private final PayByHandSheet sheet;
    private final SayPaid sayPaid;
    private final Storefront storefront;
    private final Limits limits;

    PayByHandPages(Templates templates, PayByHandSheet sheet, SayPaid sayPaid, Storefront storefront, Limits limits) {
        this.templates = templates;
        this.sheet = sheet;
        this.sayPaid = sayPaid;
        this.storefront = storefront;
        this.limits = limits;
    }

    @GetMapping("/pay/by-hand/{attempt}")
    Page page(
            Person payer,
            @PathVariable UUID attempt,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return show(payer, attempt, frame, Form.blank(frame), request);
    }

    private Page show(Person payer, UUID attempt, Frame frame, Form form, HttpServletRequest request) {
        var tried = sheet.find(payer, attempt);
        if (!storefront.here(request).sells()) {
            throw Refusal.notFound("checkout.unknown");
        }
        if (!tried.open()) {
            return Page.to("/pay/" + Ids.text(tried.checkout()));
        }
        return Page.of(templates.byhandPay(frame, form, sheet.view(attempt, tried)));
    }

    @PostMapping("/pay/by-hand/{attempt}/claim")
    Page say(
            Person payer,
            @PathVariable UUID attempt,
            Frame frame,
            Form form,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable MultipartFile picture) {
        limits.take("pay.claim", payer.account().value().toString(), 20, Duration.ofMinutes(10));
        var tried = sheet.find(payer, attempt);
        return form.submit(
                () -> {
                    sayPaid.say(payer, tried.circle(), attempt, form.value("reference"), WayForms.picture(picture));
                    return Page.to("/pay/by-hand/" + attempt).saying("byhand.said");
                },
                again -> templates.byhandPay(frame, again, sheet.view(attempt, tried)));
    }

    /** The code to scan: for whoever pays by it. */
    @GetMapping("/pay/by-hand/{attempt}/code")
    ResponseEntity<byte[]> code(Person payer, @PathVariable UUID attempt) {
        return sheet.code(payer, attempt)
                .map(PayByHandPages::shown)
                .orElse(ResponseEntity.notFound().build());
    }

    static ResponseEntity<byte[]> shown(SmallPicture picture) {
        return ResponseEntity.ok()
                .header("Content-Type", picture.type())
                .header("Cache-Control", "private, no-cache")
                .body(picture.bytes());
    }
}
