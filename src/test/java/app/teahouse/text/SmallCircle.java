package app.teahouse.text;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A circle with three members and a file of each kind, for texts to refer to. */
class SmallCircle implements Context {
    static final String PICTURE = "p".repeat(26);
    static final String SONG = "s".repeat(26);
    static final String FILM = "f".repeat(26);
    static final String REPORT = "r".repeat(26);
    static final String GONE = "g".repeat(26);

    @Override
    public Optional<Mention> mention(String name) {
        return switch (name) {
            case "小明", "7" -> Optional.of(new Mention(7, "小明", "/c/tea/m/7"));
            case "小明明" -> Optional.of(new Mention(8, "小明明", "/c/tea/m/8"));
            case "tom" -> Optional.of(new Mention(9, "tom", "/c/tea/m/9"));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Stored> file(String id) {
        return switch (id.charAt(0)) {
            case 'p' ->
                Optional.of(file(Stored.Kind.PICTURE, id, "tea.jpg", 1600, 1200, Map.of(480, "/f/" + id + "/480")));
            case 's' -> Optional.of(file(Stored.Kind.AUDIO, id, "song.mp3", 0, 0, Map.of()));
            case 'f' -> Optional.of(file(Stored.Kind.VIDEO, id, "film.mp4", 640, 360, Map.of()));
            case 'r' -> Optional.of(file(Stored.Kind.OTHER, id, "report.pdf", 0, 0, Map.of()));
            default -> Optional.empty();
        };
    }

    @Override
    public boolean isOwn(String host) {
        return host.equals("tea.example.org");
    }

    private static Stored file(
            Stored.Kind kind, String id, String name, int width, int height, Map<Integer, String> sizes) {
        return new Stored(kind, "/f/" + id, name, "a/b", 1_234_567, width, height, new TreeMap<>(sizes));
    }
}
