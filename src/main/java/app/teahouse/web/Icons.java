package app.teahouse.web;

/** Where an icon stands in the sprite {@code static/icons.svg}. */
public final class Icons {
    private static final String SPRITE = Assets.address("icons.svg") + "#";

    private Icons() {}

    public static String at(String name) {
        return SPRITE + name;
    }
}
