package app.teahouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Refusal.Fault;
import gg.jte.TemplateOutput;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a refused form says, and where. */
class FormTest {
    private static final Fault TITLE = new Fault("title", "segment.empty", Map.of());
    private static final Fault FILE = new Fault("file", "file.empty", Map.of());

    private final Form form = Form.blank(SomeFrames.visitor(Locale.ENGLISH), "title", "Tea");

    @Test
    void a_fault_is_said_at_its_field() throws IOException {
        assertThat(refused(TITLE)).isEqualTo("Tea | title: Add at least one condition. | whole: null");
    }

    @Test
    void a_fault_without_a_place_on_the_page_is_said_of_the_whole() throws IOException {
        assertThat(refused(TITLE, FILE))
                .isEqualTo("Tea | title: Add at least one condition. | whole: This file is empty.");
    }

    @Test
    void what_is_not_there_is_no_refused_form() {
        assertThatThrownBy(() -> form.submit(
                        () -> {
                            throw Refusal.notFound("circle.not-found");
                        },
                        PageWithTitle::new))
                .isInstanceOf(Refusal.class);
    }

    private String refused(Fault... faults) throws IOException {
        var page = form.submit(
                () -> {
                    throw Refusal.invalid(List.of(faults));
                },
                PageWithTitle::new);
        var response = new MockHttpServletResponse();
        page.render(Map.of(), new MockHttpServletRequest(), response);
        assertThat(response.getStatus()).isEqualTo(422);
        return response.getContentAsString();
    }

    private record PageWithTitle(Form form) implements JteModel {
        @Override
        public void writeTo(TemplateOutput output) {
            render(output);
        }

        @Override
        public void render(TemplateOutput output) {
            output.writeContent(
                    "%s | title: %s | whole: %s".formatted(form.value("title"), form.error("title"), form.problem()));
        }
    }
}
