package app.teahouse.outside;

/** Why something could not be fetched. The names are stored and stand in message keys. */
public enum Miss {
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
    WRONG_TYPE
}
