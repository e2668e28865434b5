package app.teahouse.endings;

import app.teahouse.kernel.CircleId;
import java.util.List;
import java.util.Map;

/** What keeps a circle from being deleted, such as money that is not settled. Rooms above bring it as beans. */
public interface Hindrance {

    /**
     * @param key of the sentence that says it, with {@code facts}
     * @param path where it is settled, behind {@code /c/{slug}}
     */
    record One(String key, Map<String, Object> facts, String path) {}

    List<One> of(CircleId circle);
}
