package app.teahouse.tags;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Folding;
import org.jspecify.annotations.Nullable;

/** A name for a tag: short, without the signs that separate tags from each other. */
record TagName(String text) {
    private static final int LONGEST = 30;

    static TagName of(String field, @Nullable String typed) {
        var text = typed == null ? "" : typed.strip().replaceFirst("^[#＃]+", "").strip();
        new Faults()
                .text(field, text, LONGEST)
                .require(text.chars().noneMatch(c -> ",，、;；/\n\t".indexOf(c) >= 0), field, "tag.unfit")
                .refuse();
        return new TagName(text);
    }

    String folded() {
        return Folding.folded(text);
    }
}
