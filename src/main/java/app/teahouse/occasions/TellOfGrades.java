package app.teahouse.occasions;

import app.teahouse.homework.HomeworkGraded;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a member how their homework was graded. */
@Component
class TellOfGrades implements Listener<HomeworkGraded> {
    private final TellPeople tellPeople;

    TellOfGrades(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public Class<HomeworkGraded> event() {
        return HomeworkGraded.class;
    }

    @Override
    public void on(HomeworkGraded event) {
        var news = new News(
                event.circle(),
                NoticeKind.HOMEWORK_GRADED,
                "grade:" + event.id(),
                event.number(),
                null,
                event.by(),
                event.byAlias(),
                event.task(),
                event.remark(),
                event.grade(),
                event.at());
        tellPeople.tell(news, List.of(event.author()));
    }
}
