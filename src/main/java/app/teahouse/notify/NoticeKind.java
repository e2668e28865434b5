package app.teahouse.notify;

import app.teahouse.topics.Topic;
import org.jspecify.annotations.Nullable;

/** What a notice tells. */
public enum NoticeKind {
    /** Somebody commented on the reader's post. */
    COMMENT(Topic.REPLIES, "message-circle"),
    /** Somebody replied to the reader's comment. */
    REPLY(Topic.REPLIES, "message-circle"),
    MENTION(Topic.MENTIONS, "at"),
    REACTION(Topic.REACTIONS, "heart"),
    /** Somebody wishes to join; for staff. */
    APPLICATION(Topic.APPLICATIONS, "door-enter"),
    APPROVED(null, "user-check"),
    DECLINED(null, "user-x"),
    ROLE(null, "id-badge"),
    /** Staff removed the reader; detail is what remains of their time. */
    REMOVED(null, "user-x"),
    /** The reader may not write somewhere for now, or may again. */
    MUTED(null, "ban"),
    UNMUTED(null, "microphone"),
    GRANTED(null, "microphone"),
    GRANT_ENDED(null, "microphone"),
    /** Staff noted an offence of the reader's. */
    WARNED(null, "alert-triangle"),
    /** Staff took the reader out of the directory, or let them in again; detail is which. */
    DIRECTORY(null, "compass"),
    /** Staff ask the reader to change what they wrote; it is hidden until then. */
    EDIT_ASKED(null, "edit"),
    /** What the reader wrote had waited for the staff, and is out. */
    WORDS_OUT(null, "circle-check"),
    WORDS_HIDDEN(null, "eye-off"),
    WORDS_DELETED(null, "trash"),
    /** Staff looked at what the reader reported; detail is whether they did something. */
    REPORT_SETTLED(null, "flag"),
    /** The operator warned the circle that the reader leads; detail is how. */
    CIRCLE_WARNED(null, "alert-triangle"),
    /** The operator made the reader's circle read-only, closes it, or let it go on. */
    CIRCLE_FROZEN(null, "lock"),
    CIRCLE_CLOSED(null, "lock"),
    CIRCLE_RESUMED(null, "lock-open"),
    /** Somebody wrote to the staff; for staff. */
    LETTER(Topic.LETTERS, "messages"),
    /** Staff answered the reader's letter. */
    LETTER_ANSWERED(null, "messages"),
    /** Staff closed the reader's letter and said nothing to its last line. */
    LETTER_CLOSED(null, "messages"),
    /** The owner offers the reader the circle. */
    HANDOVER(null, "crown"),
    /** The owner or a guest expert published a post. */
    POST(Topic.POSTS, "feather"),
    FOLLOWED_POST(Topic.FOLLOWED, "feather"),
    FOLLOWED_COMMENT(Topic.FOLLOWED, "message-circle"),
    /** What the reader handed in has a grade. */
    HOMEWORK_GRADED(null, "clipboard-check"),
    /** The reader has not handed in anything yet. */
    HOMEWORK_MISSING(null, "clipboard-list"),
    /** The reader's time in the circle ends. */
    MEMBERSHIP_ENDING(null, "ticket"),
    MEMBERSHIP_OVER(null, "ticket"),
    /** It renews itself soon. */
    MEMBERSHIP_RENEWS(null, "refresh"),
    MEMBERSHIP_RENEWED(null, "refresh"),
    RENEWAL_FAILED(null, "alert-circle"),
    /** The circle costs nothing any more; what the reader paid for is kept as a date. */
    CIRCLE_FREE(null, "ticket"),
    /** The circle costs something from now on; detail is what that means for the reader. */
    CIRCLE_PAID(null, "ticket"),
    /** Somebody used a card that the reader gave. */
    GIFT_USED(null, "gift"),
    /** The money of a card that the reader used went back, and so did its time. */
    GIFT_ENDED(null, "gift"),
    /** The reader may be in the circle for nothing. */
    GUEST_PASS_GIVEN(null, "ticket"),
    GUEST_PASS_ENDING(null, "ticket"),
    GUEST_PASS_OVER(null, "ticket"),
    /** Somebody paid; for those who see the circle's money, as are the next ones. */
    ORDER_PAID(Topic.SALES, "coin"),
    /** So many paid today that they are not told one by one. */
    ORDERS_MANY(Topic.SALES, "coin"),
    MONEY_WAITS(Topic.MONEY, "alert-circle"),
    INVOICE_ASKED(Topic.MONEY, "file-text"),
    DISPUTE_OPENED(Topic.MONEY, "alert-triangle"),
    DISPUTE_ENDED(Topic.MONEY, "alert-triangle"),
    PAYOUT_SECOND(Topic.PAYOUTS, "send"),
    PAYOUT_ASKED(Topic.PAYOUTS, "send"),
    PAYOUT_APPROVED(Topic.PAYOUTS, "send"),
    PAYOUT_PAID(Topic.PAYOUTS, "send"),
    PAYOUT_FAILED(Topic.PAYOUTS, "alert-circle"),
    /** It was paid, and the bank sent it back. */
    PAYOUT_RETURNED(Topic.PAYOUTS, "alert-circle"),
    /** The reader's money goes back. */
    REFUND_BEGUN(null, "arrow-back-up"),
    REFUND_DONE(null, "arrow-back-up"),
    /** What the reader says they paid was not found. */
    PAYMENT_MISSING(null, "alert-circle"),
    /** Money of the reader's came for nothing. */
    PAYMENT_BACK(null, "arrow-back-up"),
    INVOICE_ISSUED(null, "file-text"),
    /** Another file of it came, or the first where it was issued without one. */
    INVOICE_AGAIN(null, "file-text"),
    /** Parts of a column that the reader has begun are open to them now. */
    PART_OPENED(Topic.OPENINGS, "lock-open"),
    /** A new column stands in the library. */
    COLUMN_PUBLISHED(Topic.OPENINGS, "books"),
    /** The staff announced something; detail is its number. */
    ANNOUNCEMENT(null, "speakerphone"),
    /** The owner welcomes the reader, who has just joined. */
    WELCOMED(null, "heart-handshake");

    private final @Nullable Topic topic;
    private final String icon;

    NoticeKind(@Nullable Topic topic, String icon) {
        this.topic = topic;
        this.icon = icon;
    }

    /** What switches it off, or null: it always comes. */
    @Nullable
    Topic topic() {
        return topic;
    }

    /** The icon's name in the sprite. */
    public String icon() {
        return icon;
    }

    /** Whether its excerpt is a sum. */
    boolean isAboutMoney() {
        return switch (this) {
            case MEMBERSHIP_RENEWS,
                    ORDER_PAID,
                    ORDERS_MANY,
                    MONEY_WAITS,
                    INVOICE_ASKED,
                    INVOICE_ISSUED,
                    INVOICE_AGAIN,
                    DISPUTE_OPENED,
                    DISPUTE_ENDED,
                    PAYOUT_SECOND,
                    PAYOUT_ASKED,
                    PAYOUT_APPROVED,
                    PAYOUT_PAID,
                    PAYOUT_FAILED,
                    PAYOUT_RETURNED,
                    REFUND_BEGUN,
                    REFUND_DONE,
                    PAYMENT_MISSING,
                    PAYMENT_BACK -> true;
            default -> false;
        };
    }

    /** Whether a reader who blocked whoever did it is not told. What staff say to all, and in their function, reaches everybody. */
    boolean isOfBlocked() {
        return switch (this) {
            case COMMENT, REPLY, MENTION, REACTION, FOLLOWED_POST, FOLLOWED_COMMENT -> true;
            default -> false;
        };
    }

    /** Whether the number is a column's, and no post's. */
    boolean isOfColumn() {
        return this == PART_OPENED || this == COLUMN_PUBLISHED;
    }

    /** Whether only those who are in the circle now are told; an applicant is not. */
    boolean isForMembers() {
        return switch (this) {
            case DECLINED,
                    APPROVED,
                    REMOVED,
                    LETTER_ANSWERED,
                    LETTER_CLOSED,
                    MEMBERSHIP_ENDING,
                    MEMBERSHIP_OVER,
                    MEMBERSHIP_RENEWS,
                    MEMBERSHIP_RENEWED,
                    RENEWAL_FAILED,
                    CIRCLE_PAID,
                    GIFT_USED,
                    GIFT_ENDED,
                    GUEST_PASS_GIVEN,
                    GUEST_PASS_ENDING,
                    GUEST_PASS_OVER,
                    REFUND_BEGUN,
                    REFUND_DONE,
                    PAYMENT_MISSING,
                    PAYMENT_BACK,
                    INVOICE_ISSUED,
                    INVOICE_AGAIN -> false;
            default -> true;
        };
    }
}
