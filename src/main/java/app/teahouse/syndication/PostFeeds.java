package app.teahouse.syndication;

import app.teahouse.content.PostId;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import java.util.Collection;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Feeds of some of a circle's posts, for the rooms that know which: such as those of a column. */
@Component
public class PostFeeds {
    private final Entries entries;
    private final Atom atom;
    private final PersonalAddresses addresses;

    PostFeeds(Entries entries, Atom atom, PersonalAddresses addresses) {
        this.entries = entries;
        this.atom = atom;
        this.addresses = addresses;
    }

    /**
     * What a feed is about.
     *
     * @param self the path under which it was asked for
     * @param path of the page that shows the same to people
     */
    public record About(UUID id, String title, String subtitle, String self, String path) {}

    /** Those of the posts that everybody may read, whoever asks. */
    public ResponseEntity<byte[]> everybody(
            Onlooker onlooker, About about, Collection<PostId> posts, WebRequest request) {
        var face = onlooker.face();
        var found = entries.some(Reader.stranger(face), posts, !face.publicReading());
        return Document.of(
                request, Atom.TYPE, "public, max-age=300", atom.write(face, head(about), about.self(), found));
    }

    /** All of them, as far as this member may read them and carry them away. */
    public ResponseEntity<byte[]> member(Member member, About about, Collection<PostId> posts, WebRequest request) {
        var found = entries.some(Reader.of(member), posts, false);
        return Document.of(
                request,
                Atom.TYPE,
                "private, max-age=300",
                atom.write(member.face(), head(about), about.self(), found));
    }

    private static Atom.Head head(About about) {
        return new Atom.Head(about.id(), about.title(), about.subtitle(), about.path());
    }

    /**
     * Whose personal address this is.
     *
     * @throws Refusal {@code feed.unknown}
     */
    public Member of(String address) {
        return addresses.member(address);
    }
}
