package app.teahouse.home;

import app.teahouse.circles.Circle;
import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Circles;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.plans.Plans;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a new owner does first, read off the circle as it is: there is nothing to tick. It goes when all is done. */
@Component
@Order(10)
class FirstSteps implements TodayCard {
    private static final int POSTS = 3;
    private static final int GUESTS = 5;

    private final CircleTexts texts;
    private final Circles circles;
    private final Plans plans;
    private final Ways ways;
    private final Templates templates;

    FirstSteps(CircleTexts texts, Circles circles, Plans plans, Ways ways, Templates templates) {
        this.texts = texts;
        this.circles = circles;
        this.plans = plans;
        this.ways = ways;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        if (staff.member().role() != Role.OWNER) {
            return Optional.empty();
        }
        var steps = steps(staff);
        return steps.isDone() ? Optional.empty() : Optional.of(templates.homeFirststeps(frame, steps));
    }

    FirstStepsView steps(Staff staff) {
        var face = staff.member().face();
        var front = texts.front(staff.circle());
        var circle = "/c/" + face.slug();
        var steps = new ArrayList<>(List.of(
                step("cover", circle + "/manage/settings#file", face.cover() == null ? 0 : 1, 1),
                step(
                        "about",
                        circle + "/manage/settings/about",
                        front.aboutHtml().isBlank() ? 0 : 1,
                        1),
                step("posts", circle + "/write", front.posts(), POSTS),
                step("invite", circle + "/manage/invitations", front.members() - 1, GUESTS)));
        if (isPaid(staff)) {
            steps.addAll(2, sale(staff, circle + "/manage/money"));
        }
        return new FirstStepsView(List.copyOf(steps));
    }

    private boolean isPaid(Staff staff) {
        return circles.byId(staff.circle())
                .filter(circle -> circle.price() == Circle.Price.PAID)
                .isPresent();
    }

    /** Nobody comes in before there is something to buy, and a way to pay it. */
    private List<FirstStepsView.Step> sale(Staff staff, String money) {
        var onSale = plans.onSale(staff.circle());
        var payable = ways.of(staff.circle()).stream()
                .anyMatch(way -> onSale.isEmpty()
                        || onSale.stream()
                                .anyMatch(plan -> way.takes(plan.price().code())));
        return List.of(
                step("plan", money + "/plans/new", onSale.isEmpty() ? 0 : 1, 1),
                step("way", money + "/ways", payable ? 1 : 0, 1));
    }

    private static FirstStepsView.Step step(String key, String url, long done, int of) {
        return new FirstStepsView.Step(key, url, Math.clamp(done, 0, of), of);
    }
}
