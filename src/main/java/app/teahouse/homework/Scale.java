package app.teahouse.homework;

import app.teahouse.kernel.Refusal;
import java.util.List;

/** What a grade can be. */
public enum Scale {
    /** It is only marked as seen. */
    NONE("seen"),
    /** Passed, or once more. */
    PASS("pass again"),
    FIVE("1 2 3 4 5"),
    LETTERS("A B C D E"),
    /** A number from 0 to 100. */
    HUNDRED("");

    private final String grades;

    Scale(String grades) {
        this.grades = grades;
    }

    /** From which one is chosen; none where it is a number to be typed. */
    public List<String> grades() {
        return grades.isEmpty() ? List.of() : List.of(grades.split(" "));
    }

    void check(String grade) {
        var good = this == HUNDRED ? grade.matches("100|[1-9]?\\d") : grades().contains(grade);
        if (!good) {
            throw Refusal.invalid("grade", "homework.no-such-grade");
        }
    }

    /** Whether homework with this grade is done. */
    boolean isDone(String grade) {
        return this != PASS || grade.equals("pass");
    }

    /** The reviewer wishes to see it once more, so the deadline and the number of times do not count. */
    static boolean isAgain(String grade) {
        return grade.equals("again");
    }
}
