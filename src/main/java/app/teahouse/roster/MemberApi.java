package app.teahouse.roster;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.ChangeRole;
import app.teahouse.members.RemoveMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The members of a circle for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/members")
class MemberApi {
    private final MemberList memberList;
    private final MemberSheet memberSheet;
    private final ChangeRole changeRole;
    private final RemoveMember removeMember;
    private final ObjectProvider<MemberGroups> groups;

    MemberApi(
            MemberList memberList,
            MemberSheet memberSheet,
            ChangeRole changeRole,
            RemoveMember removeMember,
            ObjectProvider<MemberGroups> groups) {
        this.memberList = memberList;
        this.memberSheet = memberSheet;
        this.changeRole = changeRole;
        this.removeMember = removeMember;
        this.groups = groups;
    }

    /** A member; {@code seenAt} is for staff only. */
    record MemberJson(
            long number,
            String alias,
            @Nullable String picture,
            String role,
            String state,
            String introduction,
            Instant joinedAt,
            @Nullable Instant seenAt,
            String url) {

        static MemberJson of(Member reader, MemberRow row) {
            return new MemberJson(
                    row.card().number(),
                    row.card().alias(),
                    row.card().picture(),
                    Db.name(row.card().role()),
                    row.state(),
                    row.introduction(),
                    row.joinedAt(),
                    row.seenAt(),
                    "/c/" + reader.face().slug() + row.card().path());
        }

        static MemberJson of(MemberView view) {
            return new MemberJson(
                    view.card().number(),
                    view.card().alias(),
                    view.card().picture(),
                    Db.name(view.card().role()),
                    view.state(),
                    view.introduction(),
                    view.joinedAt(),
                    view.seenAt(),
                    view.url());
        }
    }

    record MembersJson(List<MemberJson> items, @Nullable String next) {}

    /** {@code q} is the beginning of an alias, or a number; only staff may ask for a state, or for a segment by its id. */
    @GetMapping
    MembersJson list(
            Member member,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Math.clamp(limit, 1, 100);
        var found = segment != null && member.isStaff()
                ? memberList.these(member.circle(), MemberPages.group(groups, member, segment, before, size)
                        .orElseThrow(() -> Refusal.notFound("segment.unknown")))
                : memberList.list(member, MemberPages.asked(q, role, state, order, before), size);
        return new MembersJson(
                found.items().stream().map(row -> MemberJson.of(member, row)).toList(), found.next());
    }

    @GetMapping("/{number}")
    MemberJson one(Member member, @PathVariable String number) {
        return MemberJson.of(memberSheet.of(member, number));
    }

    record NotesJson(
            List<String> tags,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate expiresOn,
            String note) {}

    /** What staff know of a member from a list; nothing of most. */
    @GetMapping("/{number}/notes")
    NotesJson notes(Staff staff, @PathVariable String number) {
        var known = memberSheet.of(staff.member(), number).notes();
        return known == null
                ? new NotesJson(List.of(), null, null, "")
                : new NotesJson(known.tags(), known.joinedOn(), known.expiresOn(), known.note());
    }

    record RoleJson(@Nullable String role) {}

    @PatchMapping("/{number}")
    MemberJson changeRole(Staff staff, @PathVariable long number, @RequestBody RoleJson wish) {
        changeRole.change(staff, number, StaffPages.role(Objects.requireNonNullElse(wish.role(), "")));
        return one(staff.member(), String.valueOf(number));
    }

    record ReasonJson(@Nullable String reason) {}

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Staff staff, @PathVariable long number, @RequestBody ReasonJson why) {
        removeMember.remove(staff, number, Objects.requireNonNullElse(why.reason(), ""));
    }
}
