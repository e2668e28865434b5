package app.teahouse.directory;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.members.Members;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.WhileHalted;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory for programs: who is found, one's own line, and who was taken out. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class DirectoryApi {
    private final Directory directory;
    private final EntryRows rows;
    private final WriteEntry writeEntry;
    private final LeaveDirectory leaveDirectory;
    private final Choice choice;
    private final TakeOut takeOut;
    private final DirectoryDesk desk;

    DirectoryApi(
            Directory directory,
            EntryRows rows,
            WriteEntry writeEntry,
            LeaveDirectory leaveDirectory,
            Choice choice,
            TakeOut takeOut,
            DirectoryDesk desk) {
        this.directory = directory;
        this.rows = rows;
        this.writeEntry = writeEntry;
        this.leaveDirectory = leaveDirectory;
        this.choice = choice;
        this.takeOut = takeOut;
        this.desk = desk;
    }

    /**
     * What a member says of themselves; what the reader may not see is empty.
     *
     * @param region a country of ISO 3166-1, or a province of China such as {@code CN-ZJ}
     */
    record SaidJson(
            @Nullable List<String> expertise,
            @Nullable List<String> interests,
            @Nullable String region,
            @Nullable String place,
            @Nullable String offers,
            @Nullable String seeks,
            @Nullable String contact,
            @Nullable String link) {

        static SaidJson of(Said said) {
            return new SaidJson(
                    said.expertise(),
                    said.interests(),
                    said.region(),
                    said.place(),
                    said.offers(),
                    said.seeks(),
                    said.contact(),
                    said.link());
        }

        Said said() {
            return new Said(
                    Objects.requireNonNullElse(expertise, List.of()),
                    Objects.requireNonNullElse(interests, List.of()),
                    plain(region),
                    plain(place),
                    plain(offers),
                    plain(seeks),
                    plain(contact),
                    plain(link));
        }
    }

    private static String plain(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    record FoundJson(long number, String alias, @Nullable String picture, String url, SaidJson said) {
        static FoundJson of(Member reader, EntryView view) {
            return new FoundJson(
                    view.card().number(),
                    view.card().alias(),
                    view.card().picture(),
                    "/c/" + reader.face().slug() + view.card().path(),
                    SaidJson.of(view.said()));
        }
    }

    record DirectoryJson(List<FoundJson> items, @Nullable String next) {}

    /** {@code q} are words in any field but the contact, or the beginning of an alias. */
    @GetMapping("/directory")
    DirectoryJson find(
            Member member,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String expertise,
            @RequestParam(required = false) @Nullable String interest,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "24") int limit) {
        var asked = Directory.Asked.of(q, expertise, interest, region, before);
        var listed = own(member).isListed();
        var page = directory.page(member, listed, asked, Math.clamp(limit, 1, 100));
        return new DirectoryJson(
                page.items().stream().map(view -> FoundJson.of(member, view)).toList(), page.next());
    }

    private Entry own(Member member) {
        return rows.of(member.circle(), member.account()).orElse(Entry.NONE);
    }

    /**
     * @param state {@code draft}, {@code listed} or {@code out}, where staff took it out
     * @param audiences for each field {@code nobody}, {@code staff}, {@code listed} (who is listed too) or {@code members}
     * @param reason why staff took it out, or empty
     */
    record EntryJson(String state, SaidJson said, Map<String, String> audiences, String reason) {
        static EntryJson of(Entry entry) {
            var audiences = new TreeMap<String, String>();
            entry.audiences().forEach((field, audience) -> audiences.put(field.key(), audience.key()));
            return new EntryJson(entry.stateName(), SaidJson.of(entry.said()), audiences, entry.reason());
        }
    }

    @GetMapping("/membership/directory")
    EntryJson mine(Member member) {
        return EntryJson.of(own(member));
    }

    /** @param audiences those that are not named stay as they are */
    record EntryWishJson(
            boolean listed,
            @Nullable SaidJson said,
            @Nullable Map<String, String> audiences) {}

    @PutMapping("/membership/directory")
    EntryJson write(@On(Surface.PROFILE) Speaker speaker, @RequestBody EntryWishJson wish) {
        var audiences = new EnumMap<>(own(speaker.member()).audiences());
        Objects.requireNonNullElse(wish.audiences(), Map.<String, String>of())
                .forEach((key, audience) -> audiences.put(Field.named(key), Audience.named(key, audience)));
        writeEntry.write(
                speaker,
                wish.listed(),
                wish.said() == null ? Said.NOTHING : wish.said().said(),
                audiences);
        return mine(speaker.member());
    }

    /** One's words go; whoever is in it is found no more. */
    @DeleteMapping("/membership/directory")
    @NoSurface("Takes one's own words away")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void forget(Member member) {
        leaveDirectory.forget(member);
    }

    record ChoiceJson(boolean open) {}

    @GetMapping("/directory/choice")
    ChoiceJson choice(Member member) {
        return new ChoiceJson(choice.isOpen(member.circle()));
    }

    @PutMapping("/directory/choice")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(Partner partner, @RequestBody ChoiceJson wish) {
        choice.choose(partner, wish.open());
    }

    record OutJson(long number, String alias, String reason, Instant at) {}

    record OutPageJson(List<OutJson> items, @Nullable String next) {}

    /** Whom staff took out, the latest first. */
    @GetMapping("/directory/removals")
    OutPageJson out(Staff staff, @RequestParam(required = false) @Nullable String before) {
        Cursor<OutView> page = desk.out(staff.circle(), before);
        return new OutPageJson(
                page.items().stream()
                        .map(out -> new OutJson(out.card().number(), out.card().alias(), out.reason(), out.at()))
                        .toList(),
                page.next());
    }

    record ReasonJson(@Nullable String reason) {}

    @PostMapping("/members/{number}/directory-removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOut(Staff staff, @PathVariable String number, @RequestBody ReasonJson asked) {
        takeOut.takeOut(staff, Members.number(number), plain(asked.reason()));
    }

    @DeleteMapping("/members/{number}/directory-removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void letIn(Staff staff, @PathVariable String number) {
        takeOut.letIn(staff, Members.number(number));
    }
}
