package app.teahouse.sheet;

import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import gg.jte.models.runtime.JteModel;

/** What other rooms put into the foot of a post, beside its reactions: a button. They bring it as beans, in the order of {@code @Order}. */
public interface Beside {

    /** @param post one that can be seen by all who may read the circle */
    JteModel beside(Frame frame, Member member, PostView post);
}
