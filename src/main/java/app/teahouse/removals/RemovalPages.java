package app.teahouse.removals;

import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.orders.RefundMember;
import app.teahouse.orders.RefundMember.Share;
import app.teahouse.removals.Removal.Money;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff remove one member, or many who were chosen on the list. {@link RemovalApi} is the other door. */
@Controller
class RemovalPages {
    private final Templates templates;
    private final Remove remove;
    private final SettleMoney settleMoney;
    private final Members members;
    private final RefundMember refundMember;
    private final Gate gate;
    private final Clock clock;

    RemovalPages(
            Templates templates,
            Remove remove,
            SettleMoney settleMoney,
            Members members,
            RefundMember refundMember,
            Gate gate,
            Clock clock) {
        this.templates = templates;
        this.remove = remove;
        this.settleMoney = settleMoney;
        this.members = members;
        this.refundMember = refundMember;
        this.gate = gate;
        this.clock = clock;
    }

    static String url(Member member) {
        return "/c/" + member.face().slug() + "/manage/removals";
    }

    @GetMapping("/c/{slug}/m/{number}/removal")
    Page one(Staff staff, Frame frame, @PathVariable String number) {
        return Page.of(one(staff, frame, card(staff, number), blank(frame)));
    }

    private static Form blank(Frame frame) {
        return Form.blank(frame, "back", "ask", "words", "keep", "money", "later");
    }

    private JteModel one(Staff staff, Frame frame, MemberCard card, Form form) {
        var leads = staff.role().leads();
        var all = leads
                ? refundMember
                        .due(staff.circle(), card.account(), Share.ALL, clock.instant())
                        .orElse(null)
                : null;
        var unused = leads
                ? refundMember
                        .due(staff.circle(), card.account(), Share.UNUSED, clock.instant())
                        .orElse(null)
                : null;
        return templates.removalsMember(frame, card, staff.role().isAbove(card.role()), all, unused, form);
    }

    private MemberCard card(Staff staff, String number) {
        var card = members.numbered(staff.circle(), number);
        if (!card.active()) {
            throw Refusal.notFound("member.unknown");
        }
        return card;
    }

    @PostMapping("/c/{slug}/m/{number}/removal")
    Page remove(Staff staff, Visitor visitor, Frame frame, Form form, @PathVariable String number) {
        var card = card(staff, number);
        return form.submit(
                () -> {
                    var id =
                            remove(staff, visitor, List.of(card.number()), form).getFirst();
                    return said(staff, List.of(id), url(staff.member()) + "/" + Ids.text(id));
                },
                again -> one(staff, frame, card, again));
    }

    /** Whoever may not decide about money is told so before anybody is removed. */
    private List<RemovalId> remove(Staff staff, Visitor visitor, List<Long> numbers, Form form) {
        var money = RemovalForm.money(form.text("money"));
        var partner = money == Money.LATER
                ? null
                : gate.partner(visitor, staff.member().face().slug());
        var wish = RemovalForm.wish(form, staff.member().face().zone());
        var ids = remove.remove(staff, numbers, wish);
        if (partner != null) {
            // What stands in the way is said where they look next.
            ids.forEach(id -> settleMoney.settleIfPaid(partner, id, money));
        }
        return ids;
    }

    private static Page said(Staff staff, List<RemovalId> ids, String location) {
        var keys = ids.stream().map(Ids::text).collect(Collectors.joining(","));
        return Page.to(location)
                .saying(
                        ids.size() == 1 ? "removals.removed" : "removals.removed.many",
                        url(staff.member()) + "/undoing?removals=" + keys);
    }

    @GetMapping("/c/{slug}/manage/removals/new")
    Page several(Staff staff, Frame frame, @RequestParam(name = "m", required = false) @Nullable List<String> numbers) {
        if (numbers == null || numbers.isEmpty()) {
            return Page.to("/c/" + staff.member().face().slug() + "/members");
        }
        return Page.of(templates.removalsSeveral(
                frame, chosen(staff, numbers), staff.role().leads(), blank(frame)));
    }

    private List<MemberCard> chosen(Staff staff, List<String> numbers) {
        var asked = RemovalForm.numbers(numbers);
        if (asked.size() > Remove.MOST) {
            throw Refusal.conflict("removal.too-many").with("most", Remove.MOST);
        }
        var cards = members.numbered(staff.circle(), asked);
        if (cards.isEmpty()) {
            throw Refusal.notFound("member.unknown");
        }
        return cards;
    }

    @PostMapping("/c/{slug}/manage/removals/new")
    Page removeSeveral(Staff staff, Visitor visitor, Frame frame, Form form) {
        var cards = chosen(staff, form.values("m"));
        var numbers = cards.stream().map(MemberCard::number).toList();
        return form.submit(
                () -> said(staff, remove(staff, visitor, numbers, form), url(staff.member())),
                again -> templates.removalsSeveral(frame, cards, staff.role().leads(), again));
    }
}
