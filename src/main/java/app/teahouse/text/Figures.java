package app.teahouse.text;

import app.teahouse.text.Rendered.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.owasp.html.HtmlStreamEventReceiver;

/** Writes pictures, players and cards for files. A reader's browser never asks another host for any of them. */
final class Figures {
    /** What a link to another site says: it is a member's word, not ours. */
    static final List<String> LEADS_AWAY = List.of("rel", "nofollow ugc noopener");

    private static final String SIZES = "(min-width: 800px) 720px, 100vw";

    /** Where something is to be shown: among paragraphs, within a line, or within a link in a line. */
    enum Place {
        BLOCK,
        LINE,
        LINK
    }

    /**
     * What a text asks to be shown.
     *
     * @param picture by the syntax of a picture; else a frame or player of another site
     */
    record Asked(boolean picture, String source, String alt, String title) {
        String words() {
            return alt.isBlank() ? title : alt;
        }
    }

    private final HtmlStreamEventReceiver out;
    private final Context context;
    private final List<Picture> pictures = new ArrayList<>();

    Figures(HtmlStreamEventReceiver out, Context context) {
        this.out = out;
        this.context = context;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** Writes it, and says which other host it leads to. */
    Optional<String> show(Asked asked, Place place) {
        var address = Addresses.safe(asked.source());
        var id = address.flatMap(safe -> Addresses.file(safe, context));
        if (id.isPresent()) {
            context.file(id.get())
                    .ifPresentOrElse(file -> showFile(id.get(), file, asked, place), () -> showGone(asked, place));
            return Optional.empty();
        }
        var away = address.filter(Addresses::isWeb);
        var copy = away.filter(_ -> asked.picture()).flatMap(context::copy);
        var stored = copy.flatMap(context::file);
        if (stored.isPresent()) {
            showFile(copy.get(), stored.get(), asked, place);
            return Optional.empty();
        }
        if (away.isEmpty()) {
            showGone(asked, place);
            return Optional.empty();
        }
        if (asked.picture()) {
            pictures.add(new Picture(away.get(), asked.alt(), false));
            showAway(away.get(), asked, place);
        } else {
            showCard(away.get(), asked, place);
        }
        return Addresses.host(away.get());
    }

    private void showFile(String id, Stored file, Asked asked, Place place) {
        switch (file.kind()) {
            case PICTURE -> {
                pictures.add(new Picture(id, asked.alt(), true));
                showPicture(file, asked, place);
            }
            case AUDIO, VIDEO -> showPlayer(id, file, asked, place);
            case OTHER -> showDownload(file, asked, place);
        }
    }

    private void showPicture(Stored file, Asked asked, Place place) {
        var image = new ArrayList<>(List.of("src", file.url()));
        if (!file.sizes().isEmpty()) {
            var set = file.sizes().entrySet().stream()
                    .map(size -> size.getValue() + " " + size.getKey() + "w")
                    .collect(Collectors.joining(", "));
            image.addAll(List.of("srcset", set, "sizes", SIZES));
        }
        image.addAll(List.of("alt", asked.words()));
        addSize(image, file);
        image.addAll(List.of("loading", "lazy", "decoding", "async"));

        if (place != Place.BLOCK) {
            out.openTag("img", image);
            return;
        }
        out.openTag("figure", List.of("class", "picture"));
        out.openTag("img", image);
        if (!asked.title().isBlank()) {
            write("figcaption", List.of(), asked.title());
        }
        out.closeTag("figure");
    }

    private void showPlayer(String id, Stored file, Asked asked, Place place) {
        var name = asked.words().isBlank() ? file.name() : asked.words();
        if (place != Place.BLOCK) {
            showDownload(file, asked, place);
            return;
        }
        var kind = file.kind() == Stored.Kind.AUDIO ? "audio" : "video";
        var player = new ArrayList<>(List.of("class", "player-" + kind, "controls", "", "preload", "metadata"));
        player.addAll(List.of("src", file.url(), "data-file", id, "aria-label", name));
        if (kind.equals("video")) {
            player.addAll(List.of("playsinline", ""));
            addSize(player, file);
        }
        out.openTag("figure", List.of("class", "player"));
        out.openTag(kind, player);
        out.closeTag(kind);
        write("figcaption", List.of(), name);
        out.closeTag("figure");
    }

    private void showDownload(Stored file, Asked asked, Place place) {
        var name = asked.words().isBlank() ? file.name() : asked.words();
        var link = List.of("class", "file-link", "href", file.url(), "download", file.name());
        switch (place) {
            case BLOCK -> {
                out.openTag("p", List.of("class", "file-card"));
                out.openTag("a", link);
                writePair("file-name", name, "file-about", Cards.about(file));
                out.closeTag("a");
                out.closeTag("p");
            }
            case LINE -> write("a", link, name);
            case LINK -> out.text(name);
        }
    }

    /** A picture at another host: its words, its host, and the way there. */
    private void showAway(String address, Asked asked, Place place) {
        var host = Cards.host(address);
        if (place == Place.LINK) {
            out.openTag("span", List.of("class", "picture-away"));
            writePair("picture-alt", asked.words(), "picture-host", host);
            out.closeTag("span");
            return;
        }
        if (place == Place.BLOCK) {
            out.openTag("figure", List.of("class", "picture-away"));
            openLink("picture-link", address);
        } else {
            openLink("picture-away", address);
        }
        writePair("picture-alt", asked.words(), "picture-host", host);
        out.closeTag("a");
        if (place == Place.BLOCK) {
            out.closeTag("figure");
        }
    }

    /** Something that would play or run at another host. */
    private void showCard(String address, Asked asked, Place place) {
        if (place == Place.LINK) {
            out.text(asked.words());
            return;
        }
        if (place == Place.BLOCK) {
            out.openTag("p", List.of("class", "link-card"));
        }
        openLink("link-out", address);
        writePair(
                "link-title",
                asked.words().isBlank() ? Cards.host(address) : asked.words(),
                "link-where",
                Cards.readable(address));
        out.closeTag("a");
        if (place == Place.BLOCK) {
            out.closeTag("p");
        }
    }

    private void showGone(Asked asked, Place place) {
        if (!asked.words().isBlank()) {
            write(place == Place.BLOCK ? "figure" : "span", List.of("class", "picture-gone"), asked.words());
        }
    }

    private void openLink(String name, String address) {
        var attributes = new ArrayList<>(List.of("class", name, "href", address));
        attributes.addAll(LEADS_AWAY);
        out.openTag("a", attributes);
    }

    private void writePair(String firstName, String first, String secondName, String second) {
        if (!first.isBlank()) {
            write("span", List.of("class", firstName), first);
            out.text(" ");
        }
        write("span", List.of("class", secondName), second);
    }

    private void write(String element, List<String> attributes, String words) {
        out.openTag(element, attributes);
        out.text(words);
        out.closeTag(element);
    }

    private static void addSize(List<String> attributes, Stored file) {
        if (file.width() > 0 && file.height() > 0) {
            attributes.addAll(List.of("width", "" + file.width(), "height", "" + file.height()));
        }
    }
}
