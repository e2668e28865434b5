package app.teahouse.blocking;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A member blocks another and takes it back, from their page or from what they wrote; and the list of all, in one's settings. */
@Controller
class BlockPages {
    private static final String HERE = "/me/settings/blocks";

    private final Templates templates;
    private final BlockMember blockMember;
    private final BlockSheet blockSheet;
    private final Members members;

    BlockPages(Templates templates, BlockMember blockMember, BlockSheet blockSheet, Members members) {
        this.templates = templates;
        this.blockMember = blockMember;
        this.blockSheet = blockSheet;
        this.members = members;
    }

    @GetMapping("/c/{slug}/m/{number}/block")
    Page ask(Member member, Frame frame, @PathVariable String number) {
        var card = card(member, number);
        return Page.of(
                templates.blockingAsk(frame, card, member.standing().blocked().contains(card.account())));
    }

    private MemberCard card(Member member, String number) {
        var card = members.numbered(member.circle(), number);
        if (card.account().equals(member.account())) {
            throw Refusal.notFound("member.unknown");
        }
        return card;
    }

    @PostMapping("/c/{slug}/m/{number}/block")
    @NoSurface("Only the reader sees what they do not wish to see")
    Page block(Member member, @PathVariable long number) {
        blockMember.block(member, number);
        var circle = "/c/" + member.face().slug();
        return Page.to(circle).saying("blocking.done", circle + "/m/" + number + "/block/removal");
    }

    @PostMapping("/c/{slug}/m/{number}/block/removal")
    @NoSurface("Only the reader sees what they do not wish to see")
    Page unblock(Member member, @PathVariable long number) {
        blockMember.unblock(member.person(), member.circle(), number);
        return Page.to("/c/" + member.face().slug() + "/m/" + number).saying("blocking.undone");
    }

    /** Also by who has left that circle since. */
    @PostMapping(HERE + "/{circle}/{number}/removal")
    Page unblock(Person person, @PathVariable CircleId circle, @PathVariable long number) {
        blockMember.unblock(person, circle, number);
        return Page.to(HERE).saying("blocking.undone");
    }

    @GetMapping(HERE)
    Page list(Person person, Frame frame) {
        return Page.of(templates.blockingList(frame, blockSheet.of(person.account())));
    }
}
