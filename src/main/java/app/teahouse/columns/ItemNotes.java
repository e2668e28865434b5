package app.teahouse.columns;

import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import java.util.Collection;
import java.util.Map;

/** What other rooms say about items of a column, such as when homework is due. They bring it as beans. */
public interface ItemNotes {

    /**
     * @param numbers of the posts that ask for homework
     * @return a few words for each, in the reader's language; nothing where there is nothing to say
     */
    Map<Long, String> notes(Frame frame, Member member, Collection<Long> numbers);
}
