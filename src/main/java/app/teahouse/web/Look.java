package app.teahouse.web;

import java.util.List;
import java.util.Locale;

/** How somebody or something without a picture looks: a colour of the palette and the first letter of the name. */
public final class Look {
    /** The palette: a circle's colour is one of these. The stylesheet has a class {@code colour-…} for each. */
    public static final List<String> COLOURS = List.of("jade", "ink", "plum", "amber", "rust", "sky", "moss", "clay");

    private Look() {}

    /** The same name always has the same colour. */
    public static String colourOf(String name) {
        return COLOURS.get(Math.floorMod(name.hashCode(), COLOURS.size()));
    }

    public static String initial(String name) {
        var shown = name.strip();
        return shown.isEmpty() ? "·" : Character.toString(shown.codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
