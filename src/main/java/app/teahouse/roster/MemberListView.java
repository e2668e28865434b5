package app.teahouse.roster;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import app.teahouse.roster.MemberList.Asked;
import app.teahouse.roster.MemberList.Order;
import app.teahouse.roster.MemberList.State;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the member list.
 *
 * @param total members of the circle, whatever is searched for
 * @param groups by which staff may narrow it, and {@code group} the one that is chosen
 * @param next the address of the next page, or null
 */
public record MemberListView(
        Face face,
        List<MemberRow> rows,
        long total,
        String search,
        @Nullable String role,
        String state,
        String order,
        boolean staff,
        boolean filtered,
        List<MemberGroups.Group> groups,
        @Nullable String group,
        @Nullable String next) {

    /** The same, of one group or with a choice of them. */
    MemberListView with(List<MemberGroups.Group> some, @Nullable String chosen, Cursor<MemberRow> found) {
        return new MemberListView(
                face,
                found.items(),
                total,
                search,
                role,
                state,
                order,
                staff,
                filtered || chosen != null,
                some,
                chosen,
                chosen == null || found.next() == null
                        ? next
                        : url() + "?segment=" + chosen + "&before=" + found.next());
    }

    static MemberListView of(Member member, Asked asked, Cursor<MemberRow> found, long total) {
        var role = asked.role();
        var search = asked.search();
        return new MemberListView(
                member.face(),
                found.items(),
                total,
                search == null ? "" : search,
                role == null ? null : Db.name(role),
                Db.name(asked.state()),
                Db.name(asked.order()),
                member.isStaff(),
                search != null || role != null || asked.state() != State.ACTIVE,
                List.of(),
                null,
                found.next() == null ? null : address(member.face(), search, role, asked, found.next()));
    }

    private static String address(
            Face face, @Nullable String search, @Nullable Role role, Asked asked, @Nullable String before) {
        var address = UriComponentsBuilder.fromPath("/c/" + face.slug() + "/members");
        if (search != null) {
            address.queryParam("q", "{q}");
        }
        if (role != null) {
            address.queryParam("role", Db.name(role));
        }
        if (asked.state() != State.ACTIVE) {
            address.queryParam("state", Db.name(asked.state()));
        }
        if (asked.order() != Order.NUMBER) {
            address.queryParam("order", Db.name(asked.order()));
        }
        if (before != null) {
            address.queryParam("before", before);
        }
        return search == null
                ? address.encode().build().toUriString()
                : address.encode().buildAndExpand(search).toUriString();
    }

    public String url() {
        return "/c/" + face.slug() + "/members";
    }
}
