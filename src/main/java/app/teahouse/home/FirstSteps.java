package app.teahouse.home;

import app.teahouse.circles.CircleTexts;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
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
    private final Templates templates;

    FirstSteps(CircleTexts texts, Templates templates) {
        this.texts = texts;
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
        return new FirstStepsView(List.of(
                step("cover", circle + "/manage/settings#file", face.cover() == null ? 0 : 1, 1),
                step(
                        "about",
                        circle + "/manage/settings/about",
                        front.aboutHtml().isBlank() ? 0 : 1,
                        1),
                step("posts", circle + "/write", front.posts(), POSTS),
                step("invite", circle + "/manage/invitations", front.members() - 1, GUESTS)));
    }

    private static FirstStepsView.Step step(String key, String url, long done, int of) {
        return new FirstStepsView.Step(key, url, Math.clamp(done, 0, of), of);
    }
}
