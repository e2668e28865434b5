package app.teahouse.web;

/**
 * A tab under a circle's header, or an entry of its Manage pages. A room brings its own as beans, so none exists without its room.
 *
 * @param place where it stands
 * @param order from left to right, or from top to bottom
 * @param key the message key of its word
 * @param icon its name in the sprite
 * @param path behind {@code /c/{slug}}, such as {@code /members}; empty for the feed
 */
public record Tab(Place place, int order, Who who, String key, String icon, String path) {

    public enum Place {
        CIRCLE,
        MANAGE,
        /** Above the pages below {@code /manage/money}. */
        MONEY
    }

    public enum Who {
        /** Everybody who may see the circle. */
        ONLOOKERS,
        /** Those who may read its posts. */
        READERS,
        MEMBERS,
        STAFF,
        /** The owner and the partners. */
        PARTNERS,
        OWNER
    }
}
