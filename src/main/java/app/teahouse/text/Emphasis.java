package app.teahouse.text;

import app.teahouse.text.Marks.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the {@link Marks} of each row of siblings into emphasis, strong emphasis and strikethrough: the procedure "process
 * emphasis" of the CommonMark specification, with a bound on nesting. Its cost grows with the text, never with its square.
 */
final class Emphasis implements PostProcessor {
    private static final int MOST_NESTED = 20;
    private static final int NONE = -1;

    @Override
    public Node process(Node document) {
        for (var parent : parentsOfRuns(document)) {
            new Row(parent).pair();
        }
        return document;
    }

    private static Set<Node> parentsOfRuns(Node document) {
        var parents = new LinkedHashSet<Node>();
        Trees.walk(document, node -> {
            if (node instanceof Run) {
                parents.add(node.getParent());
            }
        });
        return parents;
    }

    /** The runs among the children of one node. Those not yet used up are linked by their indexes. */
    private static final class Row {
        private final Node parent;
        private final List<Run> runs = new ArrayList<>();
        private final Map<Node, Integer> depths = new HashMap<>();
        private final int[] previous;
        private final int[] next;
        private int tooDeep;

        Row(Node parent) {
            this.parent = parent;
            for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof Run run) {
                    runs.add(run);
                }
            }
            previous = new int[runs.size()];
            next = new int[runs.size()];
            for (var i = 0; i < runs.size(); i++) {
                previous[i] = i - 1;
                next[i] = i + 1 < runs.size() ? i + 1 : NONE;
            }
        }

        void pair() {
            // For each sort of closer, the run up to which no opener can be found any more.
            var bottoms = new HashMap<Integer, Integer>();
            var closer = runs.isEmpty() ? NONE : 0;
            while (closer != NONE && tooDeep < MOST_NESTED) {
                var run = runs.get(closer);
                if (!run.closes) {
                    closer = next[closer];
                    continue;
                }
                var sort = run.mark * 8 + (run.opens ? 4 : 0) + run.written % 3;
                var opener = opener(closer, bottoms.getOrDefault(sort, NONE));
                if (opener == NONE) {
                    bottoms.put(sort, previous[closer]);
                    var after = next[closer];
                    if (!run.opens) {
                        unlink(closer);
                    }
                    closer = after;
                } else {
                    closer = join(opener, closer);
                }
            }
            runs.forEach(Row::becomeText);
            Trees.mergeTexts(parent);
        }

        private int opener(int closer, int bottom) {
            for (var i = previous[closer]; i > bottom; i = previous[i]) {
                if (canPair(runs.get(i), runs.get(closer))) {
                    return i;
                }
            }
            return NONE;
        }

        private static boolean canPair(Run opener, Run closer) {
            if (opener.mark != closer.mark || !opener.opens) {
                return false;
            }
            var ambiguous = opener.closes || closer.opens;
            var sum = opener.written + closer.written;
            return !ambiguous || sum % 3 != 0 || (opener.written % 3 == 0 && closer.written % 3 == 0);
        }

        /** Wraps what stands between two runs, and says which run to look at next. */
        private int join(int opener, int closer) {
            var from = runs.get(opener);
            var to = runs.get(closer);
            var used = from.left >= 2 && to.left >= 2 ? 2 : 1;
            wrap(from, to, used);

            for (var i = previous[closer]; i != opener; i = previous[i]) {
                unlink(i);
            }
            from.left -= used;
            to.left -= used;
            if (from.left == 0) {
                unlink(opener);
            }
            if (to.left > 0) {
                return closer;
            }
            var after = next[closer];
            unlink(closer);
            return after;
        }

        private void wrap(Run from, Run to, int used) {
            var depth = 0;
            for (var node = from.getNext(); node != to; node = node.getNext()) {
                depth = Math.max(depth, depths.getOrDefault(node, 0));
            }
            if (depth >= MOST_NESTED) {
                // Deeper than anybody reads: the marks vanish, the words stay. Soon after, pairing ends, for it would
                // cost ever more.
                tooDeep++;
                return;
            }

            var wrapping = wrapping(from.mark, used);
            for (var node = from.getNext(); node != to; ) {
                var following = node.getNext();
                wrapping.appendChild(node);
                node = following;
            }
            from.insertAfter(wrapping);
            depths.put(wrapping, depth + 1);
        }

        private static Node wrapping(char mark, int used) {
            var marks = String.valueOf(mark).repeat(used);
            if (mark == '~') {
                return new Strikethrough(marks);
            }
            return used == 2 ? new StrongEmphasis(marks) : new org.commonmark.node.Emphasis(marks);
        }

        private void unlink(int i) {
            if (previous[i] != NONE) {
                next[previous[i]] = next[i];
            }
            if (next[i] != NONE) {
                previous[next[i]] = previous[i];
            }
        }

        private static void becomeText(Run run) {
            var text = text(run);
            if (text != null) {
                run.insertBefore(text);
            }
            run.unlink();
        }

        private static @Nullable Text text(Run run) {
            if (run.left == 0) {
                return null;
            }
            var text = new Text(String.valueOf(run.mark).repeat(run.left));
            if (run.left == run.written) {
                text.setSourceSpans(run.getSourceSpans());
            }
            return text;
        }
    }
}
