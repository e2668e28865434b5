package app.teahouse.saved;

import app.teahouse.kernel.Ids;

/** A folder of somebody's own for saved posts of all their circles. */
public record Folder(FolderId id, String name) {

    public String key() {
        return Ids.text(id);
    }
}
