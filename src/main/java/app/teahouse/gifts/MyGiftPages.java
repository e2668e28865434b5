package app.teahouse.gifts;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.orders.OrderId;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody gave: their cards to send, what became of each, and taking back what nobody used. */
@Controller
class MyGiftPages {
    private final Templates templates;
    private final GiftList giftList;
    private final GiftSheet giftSheet;
    private final ReturnCard returnCard;

    MyGiftPages(Templates templates, GiftList giftList, GiftSheet giftSheet, ReturnCard returnCard) {
        this.templates = templates;
        this.giftList = giftList;
        this.giftSheet = giftSheet;
        this.returnCard = returnCard;
    }

    @GetMapping("/me/gifts")
    Page list(Person person, Frame frame, @RequestParam(required = false) @Nullable OrderId before) {
        return Page.of(templates.giftsMine(frame, giftList.mine(person, before)));
    }

    @GetMapping("/me/gifts/{id}")
    Page one(Person person, Frame frame, @PathVariable OrderId id) {
        return Page.of(templates.giftsGiven(frame, giftSheet.given(person, id), Form.blank(frame)));
    }

    @PostMapping("/me/gifts/{id}/cards/{number}/refund")
    Page takeBack(Person person, Frame frame, @PathVariable OrderId id, @PathVariable int number, Form form) {
        return form.submit(
                () -> {
                    returnCard.byGiver(person, giftSheet.myOrder(person, id).circle(), id, number);
                    return Page.to("/me/gifts/" + Ids.text(id)).saying("gifts.returned");
                },
                again -> templates.giftsGiven(frame, giftSheet.given(person, id), again));
    }
}
