package app.teahouse.away;

import app.teahouse.outside.Miss;

/** Why a picture could not be had: what {@link Miss} says, or what is known only here. */
enum Reason {
    BAD_ADDRESS,
    NOT_PUBLIC,
    UNKNOWN_HOST,
    UNREACHABLE,
    INSECURE,
    TOO_SLOW,
    TOO_LARGE,
    NOT_THERE,
    REFUSED,
    TROUBLE,
    TOO_MANY_TURNS,
    WRONG_TYPE,
    /** It came, but no picture for readers can be made of it. */
    UNUSABLE,
    /** No host at all could be reached: it is our own connection. */
    OFFLINE;

    static Reason of(Miss miss) {
        return valueOf(miss.name());
    }

    /** After how many pictures of a host that all missed for this reason the rest of them are not even tried; 0 for never. */
    int patience() {
        return switch (this) {
            case UNKNOWN_HOST, UNREACHABLE, INSECURE -> 2;
            case TOO_SLOW -> 5;
            case REFUSED, TROUBLE -> 20;
            default -> 0;
        };
    }

    boolean isSilence() {
        return this == UNKNOWN_HOST || this == UNREACHABLE;
    }
}
