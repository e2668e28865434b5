package app.teahouse.welcome;

import app.teahouse.content.PostPublished;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** A newcomer's first post introduces them, unless another place is set for that. */
@Component
class HearFirstPosts implements Listener<PostPublished> {
    private final KeepNewcomers keep;
    private final Settings settings;

    HearFirstPosts(KeepNewcomers keep, Settings settings) {
        this.keep = keep;
        this.settings = settings;
    }

    @Override
    public Class<PostPublished> event() {
        return PostPublished.class;
    }

    @Override
    public void on(PostPublished event) {
        if (settings.of(event.circle()).introduceAt() == null) {
            keep.introduced(event.circle(), event.author(), event.number(), event.at());
        }
    }
}
