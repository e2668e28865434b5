package app.teahouse.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks whether everybody can use a page: by the rules of axe-core in light and, with menus open, in dark, and by a few of our own. */
final class Inspection {
    private static final String AXE = """
            async ([structure, colours]) => {
              const frame = () => new Promise((go) => requestAnimationFrame(go));
              await frame();
              await frame(); // transitions have ended
              const found = await axe.run(document, {
                resultTypes: ['violations'],
                selectors: false,
                preload: false,
                runOnly: structure
                  ? {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}
                  : {type: 'rule', values: ['color-contrast', 'link-in-text-block']},
                rules: structure && !colours
                  ? {'color-contrast': {enabled: false}, 'link-in-text-block': {enabled: false}}
                  : {},
              });
              return JSON.stringify(found.violations);
            }""";

    private static final String SHAPE = """
            () => JSON.stringify({
              h1: document.querySelectorAll('h1').length,
              title: document.title,
              width: document.documentElement.scrollWidth,
              wide: [...document.querySelectorAll('body *')].filter((part) => {
                const box = part.getBoundingClientRect();
                return box.width > 0 && box.right > screen.width + 1;
              }).slice(0, 3).map((part) => part.outerHTML.slice(0, 120)),
            })""";

    /** Of each text that is seen its colour on its ground, and how large it is. */
    private static final String COLOURS = """
            async () => {
              const frame = () => new Promise((go) => requestAnimationFrame(go));
              await frame();
              await frame();
              const grounds = new Map();
              const ground = (part) => {
                if (!part) return '';
                if (!grounds.has(part)) {
                  const style = getComputedStyle(part);
                  const own = style.backgroundColor + (style.backgroundImage === 'none' ? '' : style.backgroundImage)
                    + (style.opacity === '1' ? '' : ' at ' + style.opacity);
                  grounds.set(part, /^rgb\\(/.test(own) ? own : own.replace('rgba(0, 0, 0, 0)', '') + ground(part.parentElement));
                }
                return grounds.get(part);
              };
              const seen = new Set();
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const part = texts.currentNode.parentElement;
                if (!texts.currentNode.data.trim() || !part.checkVisibility()) continue;
                const style = getComputedStyle(part);
                const link = part.closest('a');
                const prose = link && link.parentElement.closest('p, li, td, dd');
                seen.add([style.color, ground(part), style.fontSize, style.fontWeight,
                  prose ? getComputedStyle(prose).color + getComputedStyle(link).textDecorationLine : ''].join(' '));
              }
              return [...seen];
            }""";

    /** Of a long list the first few say all, and the rest would cost a minute. */
    private static final String SHORTEN = """
            () => {
              for (const list of document.querySelectorAll('main, main *')) {
                const seen = {};
                for (const part of [...list.children]) {
                  const kind = part.tagName + part.className;
                  seen[kind] = (seen[kind] || 0) + 1;
                  if (seen[kind] > 6 && !part.querySelector('h1')) part.remove();
                }
              }
            }""";

    private final Page page;

    Inspection(BrowserContext context) throws IOException {
        try (var script = Inspection.class.getResourceAsStream("/axe.min.js")) {
            // As an init script, which the Content-Security-Policy does not hold back.
            context.addInitScript(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        }
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** The kinds of things that the page is made of, each with what it stands in. */
    Set<String> parts() {
        var parts = (List<?>) page.evaluate("""
                () => [...new Set([...document.body.querySelectorAll('*')].map((part) =>
                  [part.tagName, part.getAttribute('class'), part.getAttribute('role'), part.type, 'in',
                    part.parentElement.closest('[class]')?.getAttribute('class')].join(' ')))]""");
        return parts.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    List<String> faults() {
        return faults(_ -> true);
    }

    /**
     * What is wrong with the page that is open, in words.
     *
     * @param areNew whether contrast is looked at as well, which is most of the work: asked with each text's colour on its ground, in
     *     light and, with menus open, in the dark
     */
    List<String> faults(Predicate<Set<String>> areNew) {
        var faults = new ArrayList<String>();
        settle();
        shape(faults);
        page.evaluate(SHORTEN);
        axe(true, areNew.test(colours(ColorScheme.LIGHT)), "", faults);
        page.evaluate("() => document.querySelectorAll('main details').forEach((part) => { part.open = true; })");
        if (areNew.test(colours(ColorScheme.DARK))) {
            axe(false, true, "in the dark, ", faults);
        }
        return faults;
    }

    private Set<String> colours(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return ((List<?>) page.evaluate(COLOURS))
                .stream().map(colour -> scheme + " " + colour).collect(Collectors.toSet());
    }

    /** What a page fetches by itself is pale while it comes. */
    void settle() {
        if ((Boolean) page.evaluate("() => !!document.querySelector('.htmx-request')")) {
            page.waitForFunction("() => !document.querySelector('.htmx-request')");
        }
    }

    private void shape(List<String> faults) {
        var shape = JsonParser.parseString((String) page.evaluate(SHAPE)).getAsJsonObject();
        if (shape.get("h1").getAsInt() != 1) {
            faults.add("has " + shape.get("h1") + " h1");
        }
        if (shape.get("title").getAsString().isBlank()) {
            faults.add("has no title");
        }
        if (shape.get("width").getAsInt() > page.viewportSize().width) {
            faults.add("is " + shape.get("width") + " px wide: " + shape.get("wide"));
        }
    }

    private void axe(boolean structure, boolean colours, String where, List<String> faults) {
        for (var violation : JsonParser.parseString((String) page.evaluate(AXE, List.of(structure, colours)))
                .getAsJsonArray()) {
            var rule = violation.getAsJsonObject();
            for (JsonElement node : rule.getAsJsonArray("nodes")) {
                faults.add(where + rule.get("id").getAsString() + " (" + rule.get("impact") + "): "
                        + node.getAsJsonObject().get("html").getAsString() + " "
                        + node.getAsJsonObject()
                                .get("failureSummary")
                                .getAsString()
                                .replaceAll("\\s+", " "));
            }
        }
    }
}
