package app.teahouse.home;

import app.teahouse.kernel.Visitor;
import app.teahouse.text.Markdown;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The guide for owners, from {@code docs/guides}, in the reader's language. */
@Controller
class GuidePages {
    private final Templates templates;
    private final String english;
    private final String chinese;

    GuidePages(Templates templates, Markdown markdown, GuidePictures pictures) {
        this.templates = templates;
        this.english = html(markdown, pictures, "guides/owners-guide.md");
        this.chinese = html(markdown, pictures, "guides/owners-guide.zh.md");
    }

    /** The title stands on the page already, and the switch of languages too. */
    private static String html(Markdown markdown, GuidePictures pictures, String file) {
        try {
            var text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            return markdown.render(
                            GuidePictures.named(text.lines()
                                    .filter(line -> !line.startsWith("# ") && !line.contains("](owners-guide"))
                                    .collect(Collectors.joining("\n"))),
                            pictures)
                    .html();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/guide")
    Page guide(Visitor visitor, Frame frame) {
        return Page.of(templates.homeGuide(frame, frame.lang().startsWith("zh") ? chinese : english));
    }
}
