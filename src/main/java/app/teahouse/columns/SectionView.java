package app.teahouse.columns;

import app.teahouse.kernel.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section with its posts; the first of a column has no id and no name, and holds what stands before all sections. */
public record SectionView(@Nullable SectionId id, String name, List<ItemView> items) {

    /** For forms: empty where there is no section. */
    public String key() {
        return id == null ? "" : Ids.text(id);
    }
}
