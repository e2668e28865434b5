package app.teahouse.start;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the first steps from a template, in the circle's language. Where there are steps already, nothing is added. */
@Component
class BeginSteps {
    private final ArrangeSteps arrangeSteps;
    private final Db db;
    private final Words words;

    BeginSteps(ArrangeSteps arrangeSteps, Db db, Words words) {
        this.arrangeSteps = arrangeSteps;
        this.db = db;
        this.words = words;
    }

    /** @throws Refusal {@code start.begun} if somebody else began in the meantime */
    @Transactional
    void begin(Staff staff, StepTemplate template) {
        var language = staff.member().face().language();
        var first = true;
        for (var kind : template.kinds()) {
            var key = "start.template." + Db.name(template) + "." + Db.name(kind);
            arrangeSteps.add(
                    staff, new StepText(kind, words.say(language, key), words.say(language, key + ".note"), null));
            if (first && many(staff) > 1) {
                throw Refusal.conflict("start.begun");
            }
            first = false;
        }
    }

    private long many(Staff staff) {
        return db.sql("select count(*) from start.step where circle_id = :circle")
                .with("circle", staff.circle())
                .one(Long.class);
    }
}
