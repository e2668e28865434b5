package app.teahouse.notify;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.web.Prices;
import app.teahouse.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line in somebody's list of notices.
 *
 * @param actors how many people did it; {@code name} is the one who did last
 * @param number the post it leads to, or the column
 * @param title what it is about; empty where that can no longer be read, as is {@code excerpt}
 * @param isProtected whether the excerpt may be read but not carried away
 * @param isGone whether what it leads to was deleted or hidden
 * @param detail a role, a reaction, a reason or a count, as the kind has it; of money the id of what it is about, and how it is with that
 */
public record Notice(
        NoticeId id,
        NoticeKind kind,
        Face circle,
        @Nullable Long number,
        @Nullable UUID comment,
        String name,
        @Nullable String picture,
        int actors,
        String title,
        String excerpt,
        String detail,
        Instant toldAt,
        boolean isSeen,
        boolean isRead,
        boolean isGone,
        boolean isProtected) {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern SUM = Pattern.compile("(-?[0-9]{1,18}) ([A-Z]{3})((?: · .*)?)", Pattern.DOTALL);

    /** Whether it still asks for a look. */
    public boolean isNew() {
        return !isRead && !isGone;
    }

    /** Where it leads. */
    public String target() {
        var circlePath = "/c/" + circle.slug();
        return switch (kind) {
            case APPLICATION -> circlePath + "/manage/applications";
            case APPROVED, ROLE -> circlePath;
            case MUTED, UNMUTED, GRANTED, GRANT_ENDED -> circlePath + "/membership/speaking";
            case WARNED -> circlePath + "/membership/strikes";
            case DIRECTORY -> circlePath + "/directory/mine";
            case EDIT_ASKED -> circlePath + detail;
            case WORDS_HIDDEN, WORDS_DELETED -> circlePath + "/letters/new";
            case REPORT_SETTLED -> circlePath;
            case CIRCLE_WARNED -> circlePath + "/manage/verdicts";
            case CIRCLE_FROZEN, CIRCLE_CLOSED, CIRCLE_RESUMED -> circlePath;
            case LETTER -> circlePath + "/manage/letters/" + thing();
            case ANNOUNCEMENT -> circlePath + "/announcements/" + detail;
            case WELCOMED -> circlePath + "/welcome";
            case LETTER_ANSWERED, LETTER_CLOSED -> circlePath + "/letters/" + thing();
            case REMOVED -> circlePath + "/removal";
            case HANDOVER -> circlePath + "/handover";
            case DECLINED -> circlePath + "/about";
            case MEMBERSHIP_ENDING,
                    MEMBERSHIP_OVER,
                    MEMBERSHIP_RENEWS,
                    MEMBERSHIP_RENEWED,
                    RENEWAL_FAILED,
                    CIRCLE_FREE,
                    CIRCLE_PAID,
                    GIFT_ENDED,
                    GUEST_PASS_GIVEN,
                    GUEST_PASS_ENDING,
                    GUEST_PASS_OVER -> circlePath + "/pass";
            case GIFT_USED -> "/me/gifts/" + detail;
            case ORDER_PAID, INVOICE_ASKED, DISPUTE_OPENED, DISPUTE_ENDED ->
                circlePath + "/manage/money/orders/" + thing();
            case ORDERS_MANY -> circlePath + "/manage/money/orders";
            case MONEY_WAITS -> circlePath + "/manage/money/confirm";
            case PAYOUT_SECOND, PAYOUT_ASKED, PAYOUT_APPROVED, PAYOUT_PAID, PAYOUT_FAILED, PAYOUT_RETURNED ->
                circlePath + "/manage/money/payouts/" + thing();
            case REFUND_BEGUN, REFUND_DONE, INVOICE_ISSUED, INVOICE_AGAIN -> "/me/orders/" + thing();
            case PAYMENT_MISSING, PAYMENT_BACK -> "/pay/" + thing();
            case PART_OPENED, COLUMN_PUBLISHED -> circlePath + "/columns/" + number;
            default -> circlePath + "/p/" + number + (comment == null ? "" : place(comment));
        };
    }

    /** The excerpt as this reader writes days and sums. */
    public String says(Locale locale) {
        if (DAY.matcher(excerpt).matches()) {
            return Words.date(locale, LocalDate.parse(excerpt));
        }
        var sum = SUM.matcher(excerpt);
        return kind.isAboutMoney() && sum.matches()
                ? Prices.exact(Money.of(Long.parseLong(sum.group(1)), sum.group(2)), locale) + sum.group(3)
                : excerpt;
    }

    /** What a notice about money is about: the first word of its detail. */
    private String thing() {
        var space = detail.indexOf(' ');
        return space < 0 ? detail : detail.substring(0, space);
    }

    /** The page of comments that holds this one, and its place there. */
    private static String place(UUID comment) {
        var key = Ids.text(new NoticeId(comment));
        return "?comment=" + key + "#c-" + key;
    }

    /** The number of the post it leads to, if it is one. */
    @Nullable
    Long post() {
        return kind.isOfColumn() ? null : number;
    }

    /** How many there are of what it tells of. */
    public int count() {
        return kind == NoticeKind.PART_OPENED ? Integer.parseInt(detail) : 1;
    }

    /** The last part of the message key that says what is gone. */
    public String gone() {
        return kind.isOfColumn() ? "column" : comment == null ? "post" : "comment";
    }

    /** The last part of the message key that says what happened. */
    public String sentence() {
        return switch (kind) {
            case REACTION -> comment == null ? "reaction-post" : "reaction-comment";
            case MENTION -> comment == null ? "mention-post" : "mention-comment";
            case REPORT_SETTLED, CIRCLE_WARNED, CIRCLE_PAID, GIFT_ENDED, REMOVED, DIRECTORY ->
                Db.name(kind).replace('_', '-') + "-" + detail;
            case MONEY_WAITS, DISPUTE_ENDED ->
                Db.name(kind).replace('_', '-') + "-" + detail.substring(detail.indexOf(' ') + 1);
            default -> Db.name(kind).replace('_', '-');
        };
    }

    /** Our own address, which notes that it was read and leads on. */
    public String url() {
        return "/notifications/" + Ids.text(id);
    }
}
