package app.teahouse.byhand;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.CheckoutId;
import app.teahouse.payments.Way;
import app.teahouse.payments.WayId;
import app.teahouse.payments.Ways;
import app.teahouse.security.Limits;
import app.teahouse.till.Storefront;
import app.teahouse.ways.SmallPicture;
import app.teahouse.ways.WayForms;
import app.teahouse.ways.WayPictures;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where the money goes, and "I have paid", for the payer alone. */
@Controller
class PayByHandPages {
    private final Db db;
    private final Templates templates;
    private final SayPaid sayPaid;
    private final Ways ways;
    private final WayPictures pictures;
    private final Storefront storefront;
    private final Limits limits;

    PayByHandPages(
            Db db,
            Templates templates,
            SayPaid sayPaid,
            Ways ways,
            WayPictures pictures,
            Storefront storefront,
            Limits limits) {
        this.db = db;
        this.templates = templates;
        this.sayPaid = sayPaid;
        this.ways = ways;
        this.pictures = pictures;
        this.storefront = storefront;
        this.limits = limits;
    }

    /**
     * @param said {@code waiting}, {@code missing}, or nothing where nobody said anything yet
     * @param words what whoever looked said
     */
    private record Row(
            CircleId circle,
            CheckoutId checkout,
            WayId way,
            String number,
            String title,
            Money amount,
            boolean open,
            @Nullable String said,
            String words) {}

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
        var row = row(payer, attempt);
        if (!storefront.here(request).sells()) {
            throw Refusal.notFound("checkout.unknown");
        }
        if (!row.open()) {
            return Page.to("/pay/" + Ids.text(row.checkout()));
        }
        return Page.of(templates.byhandPay(frame, form, view(attempt, row)));
    }

    private PayByHandView view(UUID attempt, Row row) {
        var way = ways.find(row.way()).orElseThrow(() -> Refusal.notFound("checkout.unknown"));
        return new PayByHandView(
                attempt,
                "/pay/" + Ids.text(row.checkout()),
                row.number(),
                row.title(),
                row.amount(),
                way.name(),
                Objects.requireNonNullElse(ways.setup(way).settings().get("instructions"), ""),
                pictures.find(way.home(), way.id()).isPresent(),
                row.said(),
                row.words());
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
        var row = row(payer, attempt);
        return form.submit(
                () -> {
                    sayPaid.say(payer, row.circle(), attempt, form.value("reference"), WayForms.picture(picture));
                    return Page.to("/pay/by-hand/" + attempt).saying("byhand.said");
                },
                again -> templates.byhandPay(frame, again, view(attempt, row)));
    }

    /** The code to scan: for whoever pays by it. */
    @GetMapping("/pay/by-hand/{attempt}/code")
    ResponseEntity<byte[]> code(Person payer, @PathVariable UUID attempt) {
        var row = row(payer, attempt);
        return ways.find(row.way())
                .map(Way::home)
                .flatMap(home -> pictures.find(home, row.way()))
                .map(PayByHandPages::shown)
                .orElse(ResponseEntity.notFound().build());
    }

    static ResponseEntity<byte[]> shown(SmallPicture picture) {
        return ResponseEntity.ok()
                .header("Content-Type", picture.type())
                .header("Cache-Control", "private, no-cache")
                .body(picture.bytes());
    }

    /** An attempt of the payer's own; its circle stands in the payer's list. */
    private Row row(Person payer, UUID attempt) {
        var circles = db.sql(
                        "select distinct circle_id from payments.account_checkout where account_id = :account limit 1000")
                .with("account", payer.account())
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
        return db.sql("""
                select a.circle_id, a.checkout_id, a.way_id, c.number, c.title, c.amount, c.currency,
                       c.state = 'open' and a.state = 'open', k.state, coalesce(k.words, '')
                  from payments.attempt a
                  join payments.checkout c on c.circle_id = a.circle_id and c.checkout_id = a.checkout_id
                  left join byhand.claim k on k.circle_id = a.circle_id and k.attempt_id = a.attempt_id
                 where a.circle_id = any(:circles) and a.attempt_id = :attempt and a.kind = 'byhand' and c.payer_id = :payer
                """)
                .withIds("circles", circles)
                .with("attempt", attempt)
                .with("payer", payer.account())
                .maybe((row, n) -> new Row(
                        new CircleId(Db.uuid(row, 1)),
                        new CheckoutId(Db.uuid(row, 2)),
                        new WayId(Db.uuid(row, 3)),
                        row.getString(4),
                        row.getString(5),
                        Money.of(row.getLong(6), Objects.requireNonNull(row.getString(7))),
                        row.getBoolean(8),
                        row.getString(9),
                        row.getString(10)))
                .orElseThrow(() -> Refusal.notFound("checkout.unknown"));
    }
}
