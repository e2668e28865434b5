package app.teahouse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who has no pointer: they go from stop to stop, and see at each where they are. */
record Keyboard(Page page) {
    private static final int MOST_STOPS = 120;

    /** The ring is drawn on what has the focus, on what covers its card, or on the frame around it. */
    private static final String SEEN = """
            () => {
              const here = document.activeElement;
              if (here === document.body) return '';
              const ring = (part, after) => {
                const style = getComputedStyle(part, after);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              };
              const around = [here, here.nextElementSibling, here.closest('.option, .editor, .swatch')];
              const box = here.getBoundingClientRect();
              const faults = [];
              if (!around.some((part) => part && ring(part)) && !ring(here, '::after')) faults.push('no ring');
              if (box.bottom < 0 || box.top > innerHeight) faults.push('off the screen');
              return faults.length ? faults + ': ' + here.outerHTML.slice(0, 200) : '';
            }""";

    /** Tabs until what is meant has the focus. */
    void reach(String selector) {
        for (var stop = 0; stop < MOST_STOPS; stop++) {
            next();
            if (isAt(selector)) {
                return;
            }
        }
        throw new AssertionError("Nobody comes to " + selector + " by keyboard");
    }

    void next() {
        press("Tab");
        assertThat((String) page.evaluate(SEEN))
                .as("where the focus is, at " + page.url())
                .isEmpty();
    }

    boolean isAt(String selector) {
        return (Boolean) page.evaluate("(selector) => document.activeElement.matches(selector)", selector);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }
}
