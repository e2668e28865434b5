package app.teahouse.gifts;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.questions.Replies;
import app.teahouse.security.Addresses;
import app.teahouse.sharing.QrCode;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a gift card, which its giver sends and its receiver uses. It names no price, so it may be shown everywhere. */
@Controller
class CardPages {

    private final Templates templates;
    private final LookAtCard lookAtCard;
    private final ShowCard showCard;
    private final RedeemCard redeemCard;
    private final Circles circles;
    private final Addresses addresses;

    CardPages(
            Templates templates,
            LookAtCard lookAtCard,
            ShowCard showCard,
            RedeemCard redeemCard,
            Circles circles,
            Addresses addresses) {
        this.templates = templates;
        this.lookAtCard = lookAtCard;
        this.showCard = showCard;
        this.redeemCard = redeemCard;
        this.circles = circles;
        this.addresses = addresses;
    }

    /** For a code on paper. */
    @GetMapping("/g")
    Page type(
            Visitor visitor,
            Frame frame,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String code) {
        var form = Form.blank(frame, "code", code);
        return form.submit(
                        () -> code == null || code.isBlank()
                                ? Page.of(templates.giftsType(frame, form))
                                : Page.to("/g/" + Codes.plain(known(visitor, code, request))),
                        again -> templates.giftsType(frame, again))
                .with(HttpStatus.OK);
    }

    /** A wrong code is wrong in its field here; behind a link there is no page. */
    private String known(Visitor visitor, String code, HttpServletRequest request) {
        try {
            lookAtCard.find(code, who(visitor, request));
            return code;
        } catch (Refusal refusal) {
            throw refusal.code().equals("gift.unknown") ? Refusal.invalid("code", "gift.unknown") : refusal;
        }
    }

    private String who(Visitor visitor, HttpServletRequest request) {
        return visitor.person()
                .map(person -> person.account().value().toString())
                .orElseGet(() -> addresses.of(request));
    }

    @GetMapping("/g/{code}")
    Page look(Visitor visitor, Frame frame, @PathVariable String code, HttpServletRequest request) {
        return Page.of(page(visitor, frame, code, Form.blank(frame), request));
    }

    private JteModel page(Visitor visitor, Frame frame, String code, Form form, HttpServletRequest request) {
        var view = showCard.show(visitor, lookAtCard.find(code, who(visitor, request)), frame);
        return templates.giftsCard(frame, view, QrCode.of(frame.absolute(view.path())), form);
    }

    @PostMapping("/g/{code}")
    @NoSurface("Who joins does not speak yet")
    Page redeem(
            Person person,
            Visitor visitor,
            Frame frame,
            Form form,
            @PathVariable String code,
            HttpServletRequest request) {
        return form.submit(
                () -> {
                    var wish = new RedeemCard.Wish(code, Replies.of(form), form.text("joinPassword"));
                    var redeemed = redeemCard.redeem(person, wish);
                    return redeemed.state() == Card.State.WAITING
                            ? Page.to("/g/" + Codes.plain(code)).saying("applications.made")
                            : Page.to("/c/" + slug(redeemed)).saying("gifts.redeemed");
                },
                again -> page(visitor, frame, code, again, request));
    }

    private String slug(RedeemCard.Redeemed redeemed) {
        return circles.byId(redeemed.circle())
                .orElseThrow(LookAtCard::unknown)
                .face()
                .slug();
    }
}
