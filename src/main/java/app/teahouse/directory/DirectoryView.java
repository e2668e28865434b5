package app.teahouse.directory;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the directory.
 *
 * @param own the reader's own line
 * @param filters whether more is asked than words
 * @param staff the reader's role, if they are staff
 * @param next the address of the next page, or null
 */
public record DirectoryView(
        Face face,
        Entry own,
        List<EntryView> rows,
        String words,
        String expertise,
        String interest,
        String region,
        boolean filtered,
        boolean filters,
        @Nullable Role staff,
        @Nullable String next) {

    static DirectoryView of(Member reader, Entry own, Directory.Asked asked, Cursor<EntryView> found) {
        return new DirectoryView(
                reader.face(),
                own,
                found.items(),
                asked.words(),
                asked.expertise(),
                asked.interest(),
                asked.region(),
                asked.isFiltered(),
                !asked.expertise().isEmpty()
                        || !asked.interest().isEmpty()
                        || !asked.region().isEmpty(),
                reader.isStaff() ? reader.role() : null,
                found.next() == null ? null : address(reader.face(), asked, found.next()));
    }

    private static String address(Face face, Directory.Asked asked, String next) {
        return UriComponentsBuilder.fromPath("/c/" + face.slug() + "/directory")
                .queryParam("q", "{q}")
                .queryParam("expertise", "{expertise}")
                .queryParam("interest", "{interest}")
                .queryParam("region", "{region}")
                .queryParam("before", next)
                .encode()
                .buildAndExpand(asked.words(), asked.expertise(), asked.interest(), asked.region())
                .toUriString();
    }

    public boolean mayTakeOut(EntryView row) {
        return staff != null && staff.isAbove(row.card().role());
    }

    public String url() {
        return "/c/" + face.slug() + "/directory";
    }

    /** Where everybody is who says the same word. */
    public static String with(Face face, String parameter, String word) {
        return UriComponentsBuilder.fromPath("/c/" + face.slug() + "/directory")
                .queryParam(parameter, "{word}")
                .encode()
                .buildAndExpand(word)
                .toUriString();
    }
}
