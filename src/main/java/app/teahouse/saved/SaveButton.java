package app.teahouse.saved;

import app.teahouse.kernel.Member;
import app.teahouse.sheet.Beside;
import app.teahouse.sheet.PostView;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets a member save the post they read. */
@Component
@Order(10)
class SaveButton implements Beside {
    private final SavedSheet sheet;
    private final Templates templates;

    SaveButton(SavedSheet sheet, Templates templates) {
        this.sheet = sheet;
        this.templates = templates;
    }

    @Override
    public JteModel beside(Frame frame, Member member, PostView post) {
        var number = Objects.requireNonNull(post.number());
        return templates.savedButton(
                frame, post.url(), sheet.kept(member, number), post.ruling().mayTake());
    }
}
