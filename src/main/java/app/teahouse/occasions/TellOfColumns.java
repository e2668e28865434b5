package app.teahouse.occasions;

import app.teahouse.columns.ColumnPublished;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.BroadcastNews;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import org.springframework.stereotype.Component;

/** Tells all members of a new column, once; of its parts they hear as those open to them ({@link TellOfOpenings}). */
@Component
class TellOfColumns implements Listener<ColumnPublished> {
    private final BroadcastNews broadcastNews;

    TellOfColumns(BroadcastNews broadcastNews) {
        this.broadcastNews = broadcastNews;
    }

    @Override
    public Class<ColumnPublished> event() {
        return ColumnPublished.class;
    }

    @Override
    public void on(ColumnPublished event) {
        broadcastNews.toAll(new News(
                event.circle(),
                NoticeKind.COLUMN_PUBLISHED,
                "column:" + event.number(),
                event.number(),
                null,
                event.by(),
                event.alias(),
                event.name(),
                event.promise(),
                "",
                event.at()));
    }
}
