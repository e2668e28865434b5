package app.teahouse.exits;

import app.teahouse.exits.Inside.Use;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Settings;
import app.teahouse.text.Node;
import app.teahouse.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the HTML that is stored beside a text into XHTML that stands by itself: what is taken along is linked where it lies, all
 * other addresses are whole, and where something stays behind, a sentence says so.
 */
@Component
public class Portable {
    private final Settings settings;
    private final Words words;

    Portable(Settings settings, Words words) {
        this.settings = settings;
        this.words = words;
    }

    public String xhtml(Face circle, String html, Inside inside) {
        var leaving = new Leaving(circle, inside, Words.nearest(circle.language()));
        var tree = Node.tree(html);
        var changed = Node.of("div", leaving.all(tree.children()));
        var out = new StringBuilder(html.length() + 256);
        new Fitting().fit(changed).children().forEach(child -> Xhtml.write(child, out));
        return out.toString();
    }

    /** Where a page of the circle is on the site. */
    public String online(Face circle, String path) {
        return settings.base() + "/c/" + circle.slug() + path;
    }

    /** One text on its way out. */
    private final class Leaving {
        private final Face circle;
        private final Inside inside;
        private final Locale language;

        Leaving(Face circle, Inside inside, Locale language) {
            this.circle = circle;
            this.inside = inside;
            this.language = language;
        }

        List<Node> all(List<Node> nodes) {
            var changed = new ArrayList<Node>(nodes.size());
            nodes.forEach(node -> changed.addAll(change(node)));
            return changed;
        }

        private List<Node> change(Node node) {
            return switch (node.name()) {
                case "" -> List.of(node);
                case "img" -> picture(node);
                case "audio", "video" -> player(node);
                case "figure" -> figure(node);
                case "a" -> link(node);
                case "input" -> List.of(Node.words(node.attributes().containsKey("checked") ? "\u2611 " : "\u2610 "));
                case "script", "style", "svg", "iframe", "embed", "object" -> List.of();
                default -> List.of(node.holding(all(node.children())));
            };
        }

        private List<Node> picture(Node node) {
            var path = key(node.get("src")).flatMap(key -> inside.file(key, Use.PICTURE));
            if (path.isPresent()) {
                var picture = Node.of("img").with("src", path.get()).with("alt", node.get("alt"));
                return List.of(sized(picture, node));
            }
            return node.get("alt").isBlank()
                    ? List.of()
                    : List.of(Node.of("span", Node.words(node.get("alt"))).with("class", "left-out"));
        }

        private Node sized(Node picture, Node node) {
            for (var side : List.of("width", "height")) {
                if (!node.get(side).isEmpty()) {
                    picture.with(side, node.get(side));
                }
            }
            return picture;
        }

        /** A recording that is taken along can be played; else there is a way to it. */
        private List<Node> player(Node node) {
            var key = key(node.get("src"));
            var path = key.flatMap(one -> inside.file(one, Use.PLAYER));
            if (path.isPresent()) {
                return List.of(Node.of(node.name()).with("src", path.get()).with("controls", ""));
            }
            var address = key.map(one -> online(circle, "/f/" + one));
            return List.of(leftOut(words.say(language, "exits.recording"), node.get("aria-label"), address.orElse("")));
        }

        private List<Node> figure(Node node) {
            if (!node.hasClass("picture-away")) {
                return List.of(node.holding(all(node.children())));
            }
            var link = find(node, "a");
            return List.of(leftOut(
                    words.say(language, "exits.away"),
                    text(node, "picture-alt"),
                    link.map(one -> one.get("href")).orElse("")));
        }

        /** What stayed behind, what it shows, and where it is. */
        private Node leftOut(String sentence, String what, String address) {
            var line = new ArrayList<>(List.of(Node.words(sentence)));
            if (Links.isWhole(address)) {
                line.add(Node.words(" "));
                line.add(Node.of("a", Node.words(what.isBlank() ? Links.host(address) : what))
                        .with("href", address));
            } else if (!what.isBlank()) {
                line.add(Node.words(" " + what));
            }
            return Node.of("p", line).with("class", "left-out");
        }

        private List<Node> link(Node node) {
            var href = node.get("href");
            if (node.hasClass("picture-away")) {
                var line = leftOut(words.say(language, "exits.away"), text(node, "picture-alt"), href);
                return List.of(Node.of("span", line.children()).with("class", "left-out"));
            }
            var children = all(node.children());
            if (href.startsWith("#")) {
                return List.of(node.holding(children));
            }
            var local = Links.behind(href, settings.base(), circle.slug()).flatMap(this::local);
            var target = local.orElseGet(() -> href.startsWith("/") ? settings.base() + href : href);
            if (local.isEmpty() && !Links.isWhole(target)) {
                return children;
            }
            var link = Node.of("a", children).with("href", target);
            return List.of(node.get("class").isEmpty() ? link : link.with("class", node.get("class")));
        }

        private Optional<String> local(String path) {
            return path.startsWith("/f/") ? inside.file(path.substring(3), Use.DOWNLOAD) : inside.page(path);
        }

        private Optional<String> key(String address) {
            return Links.behind(address, settings.base(), circle.slug())
                    .filter(path -> path.startsWith("/f/"))
                    .map(path -> path.substring(3));
        }

        private static Optional<Node> find(Node node, String name) {
            for (var child : node.children()) {
                var found = child.name().equals(name) ? Optional.of(child) : find(child, name);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private static String text(Node node, String className) {
            if (node.hasClass(className)) {
                return node.text();
            }
            for (var child : node.children()) {
                var text = text(child, className);
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
    }
}
