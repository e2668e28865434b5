package app.teahouse.reactions;

/** The reactions there are; the first is the one that a single press gives. */
public enum Kind {
    LIKE("👍"),
    LOVE("❤️"),
    LAUGH("😄"),
    CHEER("🎉"),
    THINK("🤔"),
    THANKS("🙏");

    private final String sign;

    Kind(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
