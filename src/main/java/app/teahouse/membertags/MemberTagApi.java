package app.teahouse.membertags;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.web.NoSurface;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

/** Member tags as programs of the staff read, arrange and give them; and a member's own. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class MemberTagApi {
    private final MemberTags tags;
    private final ArrangeMemberTags arrange;
    private final GiveTags giveTags;
    private final SuggestTag suggestTag;
    private final Members members;

    MemberTagApi(
            MemberTags tags, ArrangeMemberTags arrange, GiveTags giveTags, SuggestTag suggestTag, Members members) {
        this.tags = tags;
        this.arrange = arrange;
        this.giveTags = giveTags;
        this.suggestTag = suggestTag;
        this.members = members;
    }

    /**
     * @param group {@code expertise}, {@code interest}, {@code stage} or {@code custom}
     * @param heading what a custom group is called
     * @param members how many have it, also those who left
     */
    record MemberTagJson(
            String id, String group, String heading, String name, String colour, String description, long members) {

        static MemberTagJson of(MemberTag tag) {
            return new MemberTagJson(
                    tag.key(), tag.group(), tag.heading(), tag.name(), tag.colour(), tag.description(), tag.members());
        }
    }

    record MemberTagsJson(List<MemberTagJson> items) {}

    @GetMapping("/member-tags")
    MemberTagsJson memberTags(Staff staff) {
        return new MemberTagsJson(
                tags.all(staff.circle()).stream().map(MemberTagJson::of).toList());
    }

    record MemberTagWishJson(
            @Nullable String group,
            @Nullable String heading,
            @Nullable String name,
            @Nullable String colour,
            @Nullable String description) {

        ArrangeMemberTags.Wish wish() {
            return new ArrangeMemberTags.Wish(
                    ArrangeMemberTags.Wish.grouping(Objects.requireNonNullElse(group, "expertise")),
                    Objects.requireNonNullElse(heading, ""),
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(colour, "ink"),
                    Objects.requireNonNullElse(description, ""));
        }
    }

    @PostMapping("/member-tags")
    @ResponseStatus(HttpStatus.CREATED)
    MemberTagJson makeMemberTag(Staff staff, @RequestBody MemberTagWishJson wish) {
        return MemberTagJson.of(tags.one(staff.circle(), arrange.make(staff, wish.wish())));
    }

    @PutMapping("/member-tags/{tag}")
    MemberTagJson changeMemberTag(Staff staff, @PathVariable MemberTagId tag, @RequestBody MemberTagWishJson wish) {
        arrange.change(staff, tag, wish.wish());
        return MemberTagJson.of(tags.one(staff.circle(), tag));
    }

    @DeleteMapping("/member-tags/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropMemberTag(Staff staff, @PathVariable MemberTagId tag) {
        arrange.drop(staff, tag);
    }

    record MergeIntoJson(@Nullable String into) {}

    @PostMapping("/member-tags/{tag}/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mergeMemberTag(Staff staff, @PathVariable MemberTagId tag, @RequestBody MergeIntoJson asked) {
        arrange.merge(staff, tag, MemberTagPages.id("into", Objects.requireNonNullElse(asked.into(), "")));
    }

    /**
     * @param state {@code worn}, {@code wished} or {@code declined}
     * @param member whose it is
     * @param by the number of who set it, or null where that account is gone
     * @param how it came: {@code staff}, {@code own}, {@code rule}, {@code list} or {@code answer}
     */
    record WornJson(
            MemberTagJson tag,
            String state,
            @Nullable Long member,
            @Nullable Long by,
            String how,
            Instant since) {

        static WornJson of(Worn worn) {
            return new WornJson(
                    MemberTagJson.of(worn.tag()),
                    Db.name(worn.state()),
                    worn.member() == null ? null : worn.member().number(),
                    worn.by() == null ? null : worn.by().number(),
                    worn.how(),
                    worn.at());
        }
    }

    record WornPageJson(List<WornJson> items, @Nullable String next) {}

    @GetMapping("/member-tags/{tag}/members")
    WornPageJson tagged(
            Staff staff, @PathVariable MemberTagId tag, @RequestParam(required = false) @Nullable AccountId after) {
        tags.one(staff.circle(), tag);
        var page = tags.wearing(staff.circle(), tag, after);
        return new WornPageJson(page.items().stream().map(WornJson::of).toList(), page.next());
    }

    record WornListJson(List<WornJson> items) {
        static WornListJson of(Stream<Worn> worn) {
            return new WornListJson(worn.map(WornJson::of).toList());
        }
    }

    @GetMapping("/members/{number}/tags")
    WornListJson tagsOf(Staff staff, @PathVariable long number) {
        return WornListJson.of(tags.of(staff.circle(), card(staff, number).account()).stream());
    }

    private MemberCard card(Staff staff, long number) {
        return members.numbered(staff.circle(), number).orElseThrow(() -> Refusal.notFound("member.unknown"));
    }

    @PutMapping("/members/{number}/tags/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveTag(Staff staff, @PathVariable long number, @PathVariable MemberTagId tag) {
        giveTags.change(staff, List.of(number), List.of(tag), List.of());
    }

    @DeleteMapping("/members/{number}/tags/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeTag(Staff staff, @PathVariable long number, @PathVariable MemberTagId tag) {
        giveTags.change(staff, List.of(number), List.of(), List.of(tag));
    }

    record AnswerJson(boolean yes) {}

    /** What a member suggested of themselves becomes theirs, or does not. */
    @PostMapping("/members/{number}/tags/{tag}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideTag(
            Staff staff, @PathVariable long number, @PathVariable MemberTagId tag, @RequestBody AnswerJson answer) {
        giveTags.decide(staff, number, tag, answer.yes());
    }

    /** One's own expertise, where the circle allows it; otherwise nothing. */
    @GetMapping("/membership/tags")
    WornListJson mine(Member member) {
        return WornListJson.of(
                tags.isOwnToSee(member.circle())
                        ? tags.of(member.circle(), member.account()).stream()
                                .filter(worn -> worn.tag().grouping() == Grouping.EXPERTISE)
                        : Stream.of());
    }

    @PutMapping("/membership/tags/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("Only the staff read what somebody suggests of themselves")
    void suggestTag(Member member, @PathVariable MemberTagId tag) {
        suggestTag.suggest(member, tag);
    }

    @DeleteMapping("/membership/tags/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("Takes back what only the staff read")
    void withdrawTag(Member member, @PathVariable MemberTagId tag) {
        suggestTag.withdraw(member, tag);
    }
}
