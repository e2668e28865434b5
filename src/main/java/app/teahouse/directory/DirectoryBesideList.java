package app.teahouse.directory;

import app.teahouse.kernel.Member;
import app.teahouse.roster.ListLink;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Above the list of members, the way to those who wish to be found. */
@Component
class DirectoryBesideList implements ListLink {
    private final Choice choice;

    DirectoryBesideList(Choice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Link> of(Member reader) {
        return choice.isOpen(reader.circle())
                ? Optional.of(new Link("/c/" + reader.face().slug() + "/directory", "compass", "directory.title"))
                : Optional.empty();
    }
}
