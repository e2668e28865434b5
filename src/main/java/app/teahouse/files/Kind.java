package app.teahouse.files;

/** What can be done with a file: what is not a picture, sound or film is only ever downloaded. */
enum Kind {
    PICTURE,
    AUDIO,
    VIDEO,
    DOCUMENT,
    OTHER;

    /** Whether a browser may show it in a page; everything else is sent as an attachment. */
    boolean isShown() {
        return compareTo(VIDEO) <= 0;
    }
}
