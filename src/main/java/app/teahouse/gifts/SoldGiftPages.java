package app.teahouse.gifts;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.orders.OrderId;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Money › Gifts: what was sold as presents, what became of the cards, and giving their money back. */
@Controller
class SoldGiftPages {
    private final Templates templates;
    private final GiftList giftList;
    private final GiftSheet giftSheet;
    private final ReturnCard returnCard;
    private final ReturnUnused returnUnused;

    SoldGiftPages(
            Templates templates,
            GiftList giftList,
            GiftSheet giftSheet,
            ReturnCard returnCard,
            ReturnUnused returnUnused) {
        this.templates = templates;
        this.giftList = giftList;
        this.giftSheet = giftSheet;
        this.returnCard = returnCard;
        this.returnUnused = returnUnused;
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/money/gifts";
    }

    @GetMapping("/c/{slug}/manage/money/gifts")
    Page list(Partner partner, Frame frame, @RequestParam(required = false) @Nullable OrderId before) {
        return Page.of(templates.giftsSold(frame, giftList.of(partner, before), giftList.counts(partner)));
    }

    @GetMapping("/c/{slug}/manage/money/gifts/{id}")
    Page one(Partner partner, Frame frame, @PathVariable OrderId id) {
        return Page.of(templates.giftsOne(frame, giftSheet.sold(partner, id), Form.blank(frame)));
    }

    @PostMapping("/c/{slug}/manage/money/gifts/{id}/refund")
    @WhileHalted
    Page giveBack(Partner partner, Frame frame, @PathVariable OrderId id, Form form) {
        return form.submit(
                () -> {
                    var number = form.value("number");
                    if (!number.matches("[0-9]{1,2}")) {
                        throw Refusal.invalid("number", "field.unknown-choice");
                    }
                    var money = returnCard.byStaff(
                            partner,
                            id,
                            new ReturnCard.Wish(
                                    Integer.parseInt(number),
                                    sum(partner, id, form.text("amount")),
                                    sum(partner, id, form.text("gone-" + number)),
                                    form.value("reason")));
                    return Page.to(url(partner) + "/" + Ids.text(id))
                            .saying(money.isPositive() ? "gifts.returned" : "gifts.returned-already");
                },
                again -> templates.giftsOne(frame, giftSheet.sold(partner, id), again));
    }

    private @Nullable Money sum(Partner partner, OrderId id, @Nullable String typed) {
        return typed == null
                ? null
                : Prices.typed(typed, giftSheet.sold(partner, id).amount().currency())
                        .orElseThrow(() -> Refusal.invalid("amount", "refund.nothing"));
    }

    /** What can still be used, with its sum before the button. */
    @GetMapping("/c/{slug}/manage/money/gifts/unused")
    Page unused(Partner partner, Frame frame) {
        return Page.of(unused(partner, frame, Form.blank(frame)));
    }

    private JteModel unused(Partner partner, Frame frame, Form form) {
        var left = returnUnused.left(partner.circle());
        return templates.giftsUnused(
                frame, left.stream().map(ReturnUnused.Left::money).toList(), form);
    }

    @PostMapping("/c/{slug}/manage/money/gifts/unused")
    @WhileHalted
    Page giveBackUnused(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    new Faults().text("reason", form.value("reason"), 300).refuse();
                    returnUnused.giveBack(partner, form.value("reason")).ifPresent(code -> {
                        throw Refusal.conflict(code);
                    });
                    return Page.to(url(partner) + "/unused").saying("gifts.returned");
                },
                again -> unused(partner, frame, again));
    }
}
