package app.teahouse.orders;

import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.passes.ChangePass;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Plan;
import app.teahouse.plans.PlanId;
import app.teahouse.plans.Plans;
import app.teahouse.till.Storefront;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A member's own time: until when, renewing, a better or a smaller plan, and whether it renews itself. */
@Controller
class PassPages {
    private final Templates templates;
    private final Passes passes;
    private final Plans plans;
    private final OfferSheet offerSheet;
    private final ChangePass changePass;
    private final Storefront storefront;
    private final Clock clock;

    PassPages(
            Templates templates,
            Passes passes,
            Plans plans,
            OfferSheet offerSheet,
            ChangePass changePass,
            Storefront storefront,
            Clock clock) {
        this.templates = templates;
        this.passes = passes;
        this.plans = plans;
        this.offerSheet = offerSheet;
        this.changePass = changePass;
        this.storefront = storefront;
        this.clock = clock;
    }

    @GetMapping("/c/{slug}/pass")
    Page page(Onlooker onlooker, Person person, Frame frame, HttpServletRequest request) {
        var pass = passes.of(onlooker.circle(), person.account()).orElse(null);
        var visible = storefront.here(request).sells();
        var staff = onlooker.member().filter(member -> member.isStaff()).isPresent();
        var plan = plan(onlooker, pass == null ? null : pass.plan());
        return Page.of(templates.ordersPass(
                frame,
                new PassView(
                        onlooker.face().slug(),
                        onlooker.face().name(),
                        pass,
                        plan,
                        pass == null ? null : before(onlooker, pass),
                        plan(onlooker, pass == null ? null : pass.next()),
                        pass != null && pass.holds(clock.instant()),
                        pass != null && pass.isReadable(clock.instant()),
                        visible,
                        visible && !staff ? offerSheet.offers(onlooker.circle(), person.account()) : List.of(),
                        visible && pass != null ? lower(onlooker, pass, plan) : List.of())));
    }

    private @Nullable Plan plan(Onlooker onlooker, @Nullable PlanId id) {
        return id == null ? null : plans.byId(onlooker.circle(), id).orElse(null);
    }

    private PassView.@Nullable Before before(Onlooker onlooker, Pass pass) {
        var today = Calendar.today(clock.instant(), onlooker.face().zone());
        return Passes.current(passes.pieces(pass.circle(), pass.account()), today)
                .filter(piece -> piece.span().last() != null && !Objects.equals(piece.plan(), pass.plan()))
                .map(piece -> new PassView.Before(
                        plan(onlooker, piece.plan()),
                        Objects.requireNonNull(piece.span().last())))
                .orElse(null);
    }

    private List<Plan> lower(Onlooker onlooker, Pass pass, @Nullable Plan plan) {
        if (plan == null || !plan.period().returns() || !pass.holds(clock.instant())) {
            return List.of();
        }
        return plans.onSale(onlooker.circle()).stream()
                .filter(other -> other.tier() <= plan.tier() && !other.id().equals(plan.id()))
                .filter(other -> !Objects.equals(other.id(), pass.next()))
                .toList();
    }

    /** One tap stops it; on again needs a card that is kept. */
    @PostMapping("/c/{slug}/pass/automatic")
    @NoSurface("How somebody pays is between them and the circle")
    Page automatic(Onlooker onlooker, Person person, Form form) {
        changePass.automatic(onlooker.circle(), person, form.has("automatic"));
        return Page.to("/c/" + onlooker.face().slug() + "/pass")
                .saying(form.has("automatic") ? "orders.automatic.on" : "orders.automatic.off");
    }

    @PostMapping("/c/{slug}/pass/next")
    @NoSurface("Which plan follows is between them and the circle")
    Page next(Onlooker onlooker, Person person, Form form) {
        var number = form.value("plan");
        if (!number.matches("[0-9]{0,9}")) {
            throw Refusal.notFound("plan.unknown");
        }
        changePass.next(onlooker.circle(), person, number.isEmpty() ? null : Long.valueOf(number));
        return Page.to("/c/" + onlooker.face().slug() + "/pass").saying("orders.next.chosen");
    }
}
