package app.teahouse.roster;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import app.teahouse.roster.MemberList.Asked;
import app.teahouse.roster.MemberList.Order;
import app.teahouse.roster.MemberList.State;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The members of a circle, and one of them. */
@Controller
class MemberPages {
    private final Templates templates;
    private final MemberList memberList;
    private final MemberSheet memberSheet;
    private final Pulse pulse;
    private final ObjectProvider<SheetPart> parts;
    private final ObjectProvider<MemberGroups> groups;
    private final ObjectProvider<ListLink> links;

    MemberPages(
            Templates templates,
            MemberList memberList,
            MemberSheet memberSheet,
            Pulse pulse,
            ObjectProvider<SheetPart> parts,
            ObjectProvider<MemberGroups> groups,
            ObjectProvider<ListLink> links) {
        this.templates = templates;
        this.memberList = memberList;
        this.memberSheet = memberSheet;
        this.pulse = pulse;
        this.parts = parts;
        this.groups = groups;
        this.links = links;
    }

    @GetMapping("/c/{slug}/members")
    Page list(
            Member member,
            Frame frame,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable String before) {
        var asked = asked(q, role, state, order, before).openTo(member);
        var group = segment == null || !member.isStaff()
                ? Optional.<Cursor<AccountId>>empty()
                : group(groups, member, segment, before, MemberList.SIZE);
        var found = group.map(page -> memberList.these(member.circle(), page))
                .orElseGet(() -> memberList.list(member, asked, MemberList.SIZE));
        var view = MemberListView.of(
                member, asked, found, pulse.of(member.circle()).members());
        return Page.of(templates.rosterList(
                frame,
                member.isStaff() ? view.with(all(member, frame), group.isPresent() ? segment : null, found) : view,
                links.stream().flatMap(room -> room.of(member).stream()).toList()));
    }

    static Optional<Cursor<AccountId>> group(
            ObjectProvider<MemberGroups> groups, Member staff, String key, @Nullable String before, int size) {
        return groups.stream()
                .flatMap(room -> room.page(staff, key, before, size).stream())
                .findFirst();
    }

    private List<MemberGroups.Group> all(Member staff, Frame frame) {
        return groups.stream()
                .flatMap(room -> room.all(staff, frame.locale()).stream())
                .toList();
    }

    static Asked asked(
            @Nullable String search,
            @Nullable String role,
            @Nullable String state,
            @Nullable String order,
            @Nullable String before) {
        return new Asked(
                search == null || search.isBlank() ? null : search.strip(),
                named(Role.class, role).orElse(null),
                named(State.class, state).orElse(State.ACTIVE),
                named(Order.class, order).orElse(Order.NUMBER),
                before);
    }

    /** What is not one of the choices is as if not asked. */
    static <E extends Enum<E>> Optional<E> named(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Db.name(constant).equals(name))
                .findFirst();
    }

    @GetMapping("/c/{slug}/m/{number}")
    Page one(Member member, Frame frame, @PathVariable String number) {
        var view = memberSheet.of(member, number);
        var beneath = parts.orderedStream()
                .flatMap(part -> part.of(member, view.card(), frame).stream())
                .toList();
        return Page.of(templates.rosterMember(frame, view, Form.blank(frame), beneath));
    }
}
