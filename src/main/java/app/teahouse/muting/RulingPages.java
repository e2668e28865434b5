package app.teahouse.muting;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.members.SpeakingTable;
import app.teahouse.speaking.Preset;
import app.teahouse.speaking.Ruling;
import app.teahouse.speaking.RulingId;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may write where: one member with all that was said before, several at once, and those for whom something holds now. */
@Controller
class RulingPages {
    /** Pages from which a ruling is lifted, and to which whoever lifted it comes back. */
    private static final Pattern FROM = Pattern.compile("m/[0-9]{1,18}/speaking|manage/letters/[0-9a-z]{1,40}");

    private final Templates templates;
    private final RulingSheet rulingSheet;
    private final Rule rule;
    private final LiftRuling liftRuling;
    private final Members members;
    private final SpeakingTable speakingTable;

    RulingPages(
            Templates templates,
            RulingSheet rulingSheet,
            Rule rule,
            LiftRuling liftRuling,
            Members members,
            SpeakingTable speakingTable) {
        this.templates = templates;
        this.rulingSheet = rulingSheet;
        this.rule = rule;
        this.liftRuling = liftRuling;
        this.members = members;
        this.speakingTable = speakingTable;
    }

    static String url(Member member) {
        return "/c/" + member.face().slug() + "/manage/speaking";
    }

    @GetMapping("/c/{slug}/manage/speaking")
    Page list(
            Staff staff,
            Frame frame,
            @RequestParam(defaultValue = "mute") String kind,
            @RequestParam(required = false) @Nullable RulingId before) {
        var asked = kind.equals("grant") ? Ruling.Kind.GRANT : Ruling.Kind.MUTE;
        return Page.of(templates.mutingList(
                frame, Db.name(asked), rulingSheet.inForce(staff.circle(), asked, before, RulingSheet.SIZE)));
    }

    @GetMapping("/c/{slug}/m/{number}/speaking")
    Page one(
            Staff staff,
            Frame frame,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable RulingId before) {
        var form = Form.blank(
                frame,
                "kind",
                "mute",
                "preset",
                Db.name(Preset.POSTS),
                "term",
                "week",
                "about",
                about == null ? "" : about);
        return Page.of(one(staff, frame, members.numbered(staff.circle(), number), form, before));
    }

    private JteModel one(Staff staff, Frame frame, MemberCard card, Form form, @Nullable RulingId before) {
        Cursor<RulingView> page = rulingSheet.ofMember(staff.circle(), card.account(), before);
        return templates.mutingMember(
                frame,
                card,
                staff.role().isAbove(card.role()),
                closed(staff, card),
                rulingSheet.state(page),
                page.next(),
                form);
    }

    /** What the circle closed to this member's role: most often it is that which one of them is allowed after all. */
    private List<String> closed(Staff staff, MemberCard card) {
        return speakingTable.of(staff.circle()).stream()
                .filter(cell -> cell.role() == card.role() && cell.changed() && !cell.allowed())
                .map(SpeakingTable.Cell::surfaceName)
                .toList();
    }

    @PostMapping("/c/{slug}/m/{number}/speaking")
    Page rule(Staff staff, Frame frame, Form form, @PathVariable String number) {
        var card = members.numbered(staff.circle(), number);
        return form.submit(
                () -> said(staff, rule.rule(staff, List.of(card.number()), RulingForm.wish(form)), form)
                        .at("/c/" + staff.member().face().slug() + card.path() + "/speaking"),
                again -> one(staff, frame, card, again, null));
    }

    /** What was said can be taken back with one press, for one and for many. */
    private record Said(String key, String undo) {
        Page at(String location) {
            return Page.to(location).saying(key, undo);
        }
    }

    private static Said said(Staff staff, List<RulingId> ids, Form form) {
        var keys = ids.stream().map(Ids::text).collect(Collectors.joining(","));
        return new Said(
                form.value("kind").equals("grant") ? "muting.grant.given" : "muting.muted",
                url(staff.member()) + "/undoing?rulings=" + keys);
    }

    @GetMapping("/c/{slug}/manage/speaking/new")
    Page several(Staff staff, Frame frame, @RequestParam(name = "m", required = false) @Nullable List<String> numbers) {
        if (numbers == null || numbers.isEmpty()) {
            return Page.to("/c/" + staff.member().face().slug() + "/members");
        }
        var form = Form.blank(frame, "kind", "mute", "preset", Db.name(Preset.POSTS), "term", "week");
        return Page.of(templates.mutingSeveral(frame, chosen(staff, numbers), form));
    }

    private List<MemberCard> chosen(Staff staff, List<String> numbers) {
        var asked = RulingForm.numbers(numbers);
        if (asked.isEmpty()) {
            throw Refusal.conflict("ruling.nobody");
        }
        if (asked.size() > Rule.MOST) {
            throw Refusal.conflict("ruling.too-many").with("most", Rule.MOST);
        }
        return members.numbered(staff.circle(), asked);
    }

    @PostMapping("/c/{slug}/manage/speaking/new")
    Page ruleSeveral(Staff staff, Frame frame, Form form) {
        var cards = chosen(staff, form.values("m"));
        var numbers = cards.stream().map(MemberCard::number).toList();
        return form.submit(
                () -> said(staff, rule.rule(staff, numbers, RulingForm.wish(form)), form)
                        .at(url(staff.member()) + "?kind=" + form.value("kind")),
                again -> templates.mutingSeveral(frame, cards, again));
    }

    @PostMapping("/c/{slug}/manage/speaking/undoing")
    Page undo(Staff staff, @RequestParam List<RulingId> rulings) {
        liftRuling.undo(staff, rulings);
        return Page.to(url(staff.member())).saying("muting.undone");
    }

    @PostMapping("/c/{slug}/manage/speaking/rulings/{ruling}/lifting")
    Page lift(Staff staff, Form form, @PathVariable RulingId ruling) {
        liftRuling.lift(staff, ruling, form.value("reason"));
        var from = form.value("from");
        return Page.to(
                        FROM.matcher(from).matches()
                                ? "/c/" + staff.member().face().slug() + "/" + from
                                : url(staff.member()))
                .saying("muting.lifted");
    }

    /** For every member: where they may write, and why not where they may not. */
    @GetMapping("/c/{slug}/membership/speaking")
    Page mine(Member member, Frame frame) {
        var page = rulingSheet.ofMember(member.circle(), member.account(), null);
        return Page.of(templates.mutingMine(frame, member, rulingSheet.state(page)));
    }
}
