package app.teahouse.verdicts;

import app.teahouse.kernel.Face;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a page.
 *
 * @param circle null where it is gone
 * @param lines what was written under it, where the page shows that
 */
public record VerdictView(Verdict verdict, @Nullable Face circle, List<Verdict.Line> lines) {}
