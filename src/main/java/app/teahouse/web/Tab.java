package app.teahouse.web;

import java.util.Locale;

/**
 * A tab under a circle's header, or an entry in one of the parts of its Manage pages. A room brings its own as beans, so none exists without its room.
 *
 * @param place where it stands
 * @param order from left to right, or from top to bottom
 * @param key the message key of its word
 * @param path behind {@code /c/{slug}}, such as {@code /members}; empty for the feed
 */
public record Tab(Place place, int order, Who who, String key, String path) {

    public enum Place {
        /** Under the circle's header. */
        CIRCLE(""),
        TODAY("sunrise"),
        /** How people come in, and who they are. */
        MEMBERS("users"),
        /** What is written, and how it is found again. */
        CONTENT("books"),
        /** Who may write what, and what staff decided. */
        ORDER("shield-check"),
        MONEY("coin"),
        SETTINGS("settings");

        final String icon;

        Place(String icon) {
            this.icon = icon;
        }

        String key() {
            return "web.manage." + name().toLowerCase(Locale.ROOT);
        }
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
