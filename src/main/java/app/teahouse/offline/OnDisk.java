package app.teahouse.offline;

import app.teahouse.exits.Inside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a post's page leads to on the disk: other posts, columns, and the files that are taken along for it. */
final class OnDisk implements Inside {
    private static final Pattern POST = Pattern.compile("/p/(\\d{1,18})");
    private static final Pattern COLUMN = Pattern.compile("/columns/(\\d{1,18})");

    private final Disk disk;
    private final long number;
    private final String root;
    private final Known known;
    private final Map<String, Optional<String>> taken = new HashMap<>();

    /** Knows which posts and columns come along. */
    interface Known {
        boolean post(long number);

        boolean column(long number);
    }

    OnDisk(Disk disk, long number, String root, Known known) {
        this.disk = disk;
        this.number = number;
        this.root = root;
        this.known = known;
    }

    @Override
    public Optional<String> page(String path) {
        var post = POST.matcher(path);
        if (post.matches()) {
            var wanted = Long.parseLong(post.group(1));
            return known.post(wanted) ? Optional.of(root + Disk.post(wanted)) : Optional.empty();
        }
        var column = COLUMN.matcher(path);
        return column.matches() && known.column(Long.parseLong(column.group(1)))
                ? Optional.of(root + "columns/" + column.group(1) + ".html")
                : Optional.empty();
    }

    @Override
    public Optional<String> file(String key, Use use) {
        var there = taken.get(key);
        if (there == null) {
            try {
                there = disk.take(key, number, taken.size() + 1).map(path -> root + path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            taken.put(key, there);
        }
        return there;
    }
}
