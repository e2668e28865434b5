package app.teahouse.occasions;

import app.teahouse.homework.HomeworkMissing;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import org.springframework.stereotype.Component;

/** Reminds members that their homework is missing, once for each task. */
@Component
class TellOfMissingHomework implements Listener<HomeworkMissing> {
    private final TellPeople tellPeople;

    TellOfMissingHomework(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public Class<HomeworkMissing> event() {
        return HomeworkMissing.class;
    }

    @Override
    public void on(HomeworkMissing event) {
        var news = new News(
                event.circle(),
                NoticeKind.HOMEWORK_MISSING,
                "homework:" + event.post().value(),
                event.number(),
                null,
                event.by(),
                event.byAlias(),
                event.task(),
                "",
                "",
                event.at());
        tellPeople.tell(news, event.members());
    }
}
