package app.teahouse.sheet;

import java.util.regex.Pattern;

/** The page of a protected post, without what would help to carry it away: its files are named and no longer linked. */
public final class Held {
    /** As {@code text.Figures} writes a link to a file. */
    private static final Pattern LINK = Pattern.compile("<a class=\"file-link\"[^>]*>(.*?)</a>", Pattern.DOTALL);

    private static final Pattern PLAYER = Pattern.compile("<(audio|video) class=\"player-");

    private Held() {}

    public static String html(String html) {
        var unlinked = LINK.matcher(html).replaceAll("<span class=\"file-link\">$1</span>");
        return PLAYER.matcher(unlinked)
                .replaceAll("<$1 controlslist=\"nodownload\" disablepictureinpicture class=\"player-");
    }
}
