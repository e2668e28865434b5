package app.teahouse.welcome;

import app.teahouse.feed.FeedTop;
import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * At the head of a newcomer's feed, for thirty days: the page itself fetches the list and how far they have come, or nothing once that is
 * done or put away; without JavaScript it is a link. When they joined is known already, so no feed costs a statement more.
 */
@Component
@Order(20)
class FirstDays implements FeedTop {
    private final Templates templates;

    FirstDays(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> top(Member member, Frame frame) {
        var isNew = member.standing().joinedAt().isAfter(frame.now().minus(WelcomeSheet.NEW));
        return isNew && !member.isStaff()
                ? Optional.of(templates.welcomeFetch(frame, member.face()))
                : Optional.empty();
    }
}
