package app.teahouse.till;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.AskNow;
import app.teahouse.payments.BeginPayment;
import app.teahouse.payments.EndCheckout;
import app.teahouse.security.Addresses;
import app.teahouse.security.Limits;
import app.teahouse.sharing.QrCode;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Paying, in a browser: what, how much, to whom and by which way; then how it stands. */
@Controller
class PayPages {
    private final Templates templates;
    private final PaySheet sheet;
    private final Storefront storefront;
    private final BeginPayment beginPayment;
    private final AskNow askNow;
    private final EndCheckout endCheckout;
    private final Ways ways;
    private final Gateways gateways;
    private final Limits limits;
    private final Addresses addresses;

    PayPages(
            Templates templates,
            PaySheet sheet,
            Storefront storefront,
            BeginPayment beginPayment,
            AskNow askNow,
            EndCheckout endCheckout,
            Ways ways,
            Gateways gateways,
            Limits limits,
            Addresses addresses) {
        this.templates = templates;
        this.sheet = sheet;
        this.storefront = storefront;
        this.beginPayment = beginPayment;
        this.askNow = askNow;
        this.endCheckout = endCheckout;
        this.ways = ways;
        this.gateways = gateways;
        this.limits = limits;
        this.addresses = addresses;
    }

    @GetMapping("/pay/{checkout}")
    Page pay(
            Person payer,
            @PathVariable CheckoutId checkout,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        privately(response);
        return Page.of(page(payer, checkout, frame, request, Form.blank(frame)));
    }

    private JteModel page(Person payer, CheckoutId checkout, Frame frame, HttpServletRequest request, Form form) {
        var view = sheet.read(payer, checkout);
        var here = storefront.here(request);
        if (!here.sells()) {
            // No price, no button, no hint: not even that there is something to pay.
            throw Refusal.notFound("checkout.unknown");
        }
        var choices = view.isOpen(frame.now())
                ? storefront.choices(here, view.circle(), view.amount().code())
                : List.<Storefront.Choice>of();
        return templates.tillPay(frame, form, view, choices);
    }

    /** Begins at the gateway, outside of any transaction, and leads there. */
    @PostMapping("/pay/{checkout}/ways/{way}")
    Page choose(
            Person payer,
            @PathVariable CheckoutId checkout,
            @PathVariable WayId way,
            Frame frame,
            Form form,
            HttpServletRequest request) {
        limits.take("pay.begin", payer.account().value().toString(), 30, Duration.ofMinutes(5));
        var circle = sheet.circle(payer, checkout);
        return form.submit(
                () -> begin(payer, circle, checkout, way, form.has("save", "true"), request),
                again -> page(payer, checkout, frame, request, again));
    }

    private Page begin(
            Person payer, CircleId circle, CheckoutId checkout, WayId wayId, boolean save, HttpServletRequest request) {
        var view = sheet.read(payer, checkout);
        var choice = storefront
                .choices(storefront.here(request), circle, view.amount().code())
                .stream()
                .filter(one -> one.way().id().equals(wayId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("payment.no-such-way"));
        var gateway = gateways.of(choice.way());
        var openId = choice.manner() == Manner.IN_WECHAT ? gateway.openId(ways.setup(choice.way()), request) : null;
        if (choice.manner() == Manner.IN_WECHAT && openId == null) {
            var introduction = gateway.introduction(wayId, view.url());
            if (introduction != null) {
                return Page.to(introduction);
            }
        }
        var led = beginPayment.begin(
                payer.account(),
                circle,
                checkout,
                new BeginPayment.Choice(wayId, choice.manner(), openId, addresses.of(request), save));
        var go = led.to().go();
        return Page.to(
                go != null && go.startsWith("/")
                        ? go
                        : view.url() + "/attempts/" + led.attempt().value());
    }

    /** A code to scan, WeChat's own window, or the way to the gateway's page: by a link, so no form of ours has to lead away. */
    @GetMapping("/pay/{checkout}/attempts/{attempt}")
    Page attempt(
            Person payer,
            @PathVariable CheckoutId checkout,
            @PathVariable UUID attempt,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        privately(response);
        var view = sheet.read(payer, checkout);
        var waiting = view.waiting().stream()
                .filter(one -> one.attempt().equals(attempt))
                .findFirst();
        if (waiting.isEmpty()
                || !view.isOpen(frame.now())
                || !storefront.here(request).sells()) {
            return Page.to(view.url());
        }
        response.setHeader("Referrer-Policy", "origin");
        var qr = waiting.get().qr();
        return Page.of(templates.tillAttempt(frame, view, waiting.get(), qr == null ? null : QrCode.of(qr)));
    }

    /** Asks the gateways how it stands. The page does so by itself while it waits; without a script, by the button. */
    @PostMapping("/pay/{checkout}/state")
    Page ask(Person payer, @PathVariable CheckoutId checkout, Frame frame) {
        limits.take("pay.ask", Ids.text(checkout), 30, Duration.ofMinutes(1));
        askNow.ask(payer.account(), sheet.circle(payer, checkout), checkout);
        var view = sheet.read(payer, checkout);
        return frame.fragment() && view.isOpen(frame.now())
                ? Page.of(templates.tillWaiting(frame, view))
                : Page.to(view.url());
    }

    @PostMapping("/pay/{checkout}/cancellation")
    Page cancel(Person payer, @PathVariable CheckoutId checkout) {
        endCheckout.cancel(payer.account(), sheet.circle(payer, checkout), checkout);
        return Page.to("/pay/" + Ids.text(checkout)).saying("till.cancelled");
    }

    private static void privately(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }
}
