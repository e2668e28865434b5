package app.teahouse.luggage;

import java.util.List;

/**
 * Which tables of a room leave with a circle that is exported, and which stay behind. A room's household says it too, beside how
 * the tables go when the circle is deleted. Every table of circles stands in one of these lists; LuggageTest looks.
 */
public interface Luggage {
    List<Crate> crates();
}
