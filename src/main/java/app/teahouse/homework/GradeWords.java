package app.teahouse.homework;

import app.teahouse.web.Frame;

/** How a grade and a delay are said. */
public final class GradeWords {
    private GradeWords() {}

    public static String of(Frame frame, Scale scale, String grade) {
        return switch (scale) {
            case NONE, PASS -> frame.t("homework.grade." + grade);
            case HUNDRED -> frame.t("homework.grade.of-hundred", "grade", grade);
            default -> grade;
        };
    }

    /** In the largest unit that fits. */
    public static String late(Frame frame, long seconds) {
        return frame.t(
                "homework.late",
                "days",
                seconds / 86_400,
                "hours",
                seconds / 3_600,
                "minutes",
                Math.max(1, seconds / 60));
    }
}
