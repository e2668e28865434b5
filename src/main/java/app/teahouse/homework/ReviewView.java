package app.teahouse.homework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was handed in, on the page where it is graded.
 *
 * @param grades all of them, the newest first
 * @param place its key in the queue
 * @param grading whether this reader may grade it
 */
public record ReviewView(
        String slug, Submission submission, String html, boolean grading, String place, List<Given> grades) {

    /**
     * A grade that was given to one version.
     *
     * @param by null where they are not known any more
     */
    public record Given(
            int version,
            String grade,
            String remark,
            @Nullable String by,
            Instant at,
            boolean takenBack) {}

    public String url() {
        return "/c/" + slug + "/manage/homework/" + submission.number();
    }

    public String postUrl() {
        return "/c/" + slug + "/p/" + submission.number();
    }

    public @Nullable UUID seen() {
        var grade = submission.grade();
        return grade == null ? null : grade.id();
    }

    /** What was said with the grade that stands. */
    public String remark() {
        return submission.grade() == null
                ? ""
                : grades.stream()
                        .filter(given -> !given.takenBack())
                        .map(Given::remark)
                        .findFirst()
                        .orElse("");
    }
}
