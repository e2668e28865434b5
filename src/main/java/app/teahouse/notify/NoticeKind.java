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
    /** The owner offers the reader the circle. */
    HANDOVER(null, "crown"),
    /** The owner or a guest expert published a post. */
    POST(Topic.POSTS, "feather"),
    FOLLOWED_POST(Topic.FOLLOWED, "feather"),
    FOLLOWED_COMMENT(Topic.FOLLOWED, "message-circle"),
    /** What the reader handed in has a grade. */
    HOMEWORK_GRADED(null, "clipboard-check"),
    /** The reader has not handed in anything yet. */
    HOMEWORK_MISSING(null, "clipboard-list");

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

    /** Whether only those who are in the circle now are told; an applicant is not. */
    boolean isForMembers() {
        return this != DECLINED && this != APPROVED;
    }
}
