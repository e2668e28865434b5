package app.teahouse.text;

import java.util.Optional;

/** What a text may refer to: the members and files around it, and which hosts are this site's own. */
public interface Context {

    /** The member whom {@code @name} means: an alias, or a member's number in digits. */
    Optional<Mention> mention(String name);

    /** The file behind {@code /f/<id>}, or none if it is gone or not to be shown here. */
    Optional<Stored> file(String id);

    /** The id of the file that holds a copy of a picture at another host; its address is as {@link Rendered.Picture} gives it. */
    default Optional<String> copy(String address) {
        return Optional.empty();
    }

    /** Whether a host, such as {@code tea.example.org}, is this site. */
    boolean isOwn(String host);

    /** Knows nobody and nothing: for previews of single lines, imports and tests. */
    static Context none() {
        return new Context() {
            @Override
            public Optional<Mention> mention(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<Stored> file(String id) {
                return Optional.empty();
            }

            @Override
            public boolean isOwn(String host) {
                return false;
            }
        };
    }
}
