package app.teahouse.bylines;

import app.teahouse.content.AssignByline;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** By-lines for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/bylines")
class BylineApi {
    private final BylineSheet sheet;
    private final AssignByline assignByline;

    BylineApi(BylineSheet sheet, AssignByline assignByline) {
        this.sheet = sheet;
        this.assignByline = assignByline;
    }

    /** {@code member} is the number of the member whose posts they are, or null. */
    record BylineJson(String byline, long posts, @Nullable Long member) {}

    record BylinesJson(List<BylineJson> items) {}

    @GetMapping
    BylinesJson all(Staff staff) {
        return new BylinesJson(sheet.all(staff).stream()
                .map(one -> new BylineJson(
                        one.name(),
                        one.posts(),
                        one.member() == null ? null : one.member().number()))
                .toList());
    }

    /** {@code member} null makes it a by-line again. */
    record AssignmentJson(@Nullable String byline, @Nullable Long member) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(Staff staff, @RequestBody AssignmentJson wish) {
        if (wish.byline() == null) {
            throw Refusal.invalid("byline", "field.missing");
        }
        assignByline.assign(staff, wish.byline(), wish.member());
    }
}
