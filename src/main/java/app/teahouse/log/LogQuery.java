package app.teahouse.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What a reader of the log chose, as it goes on from page to page and into the table. */
public record LogQuery(LogWish.Asked asked) {

    public Collection<String> groups() {
        return LogFilter.GROUPS.keySet();
    }

    public boolean isAny() {
        return !chosen().isEmpty();
    }

    /** @param before where the page before ended, or null */
    public String url(String path, @Nullable String before) {
        var all = chosen();
        if (before != null) {
            all.put("before", before);
        }
        var query = new StringBuilder();
        all.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return path + query;
    }

    private LinkedHashMap<String, String> chosen() {
        var chosen = new LinkedHashMap<String, String>();
        put(chosen, "kind", asked.kind());
        put(chosen, "by", asked.by());
        put(chosen, "whose", asked.whose());
        put(chosen, "from", asked.from());
        put(chosen, "to", asked.to());
        return chosen;
    }

    private static void put(LinkedHashMap<String, String> chosen, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            chosen.put(name, value);
        }
    }
}
