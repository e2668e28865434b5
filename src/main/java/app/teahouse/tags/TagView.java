package app.teahouse.tags;

import java.util.List;

/**
 * A tag as pages and programs show it.
 *
 * @param posts how many posts carry it that can be seen
 * @param synonyms other names that lead to it, folded
 */
public record TagView(TagId id, String name, String colour, long posts, List<String> synonyms) {}
