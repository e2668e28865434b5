package app.teahouse.topics;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Topics for programs. */
@RestController
class TopicApi {
    private final Topics topics;

    TopicApi(Topics topics) {
        this.topics = topics;
    }

    /** Each topic there is for this member, and whether they are told of it. */
    @GetMapping("/api/v1/circles/{slug}/notification-topics")
    Map<String, Boolean> list(Member member) {
        var wanted = topics.wanted(member);
        var all = new TreeMap<String, Boolean>();
        Topics.offered(member).forEach(topic -> all.put(Db.name(topic), wanted.contains(topic)));
        return all;
    }

    /** Those that are not named stay as they are. */
    @PutMapping("/api/v1/circles/{slug}/notification-topics")
    @NoSurface("Settings of one's own")
    @WhileHalted
    Map<String, Boolean> choose(Member member, @RequestBody Map<String, Boolean> chosen) {
        var before = topics.wanted(member);
        topics.choose(
                member,
                Arrays.stream(Topic.values())
                        .filter(topic -> chosen.getOrDefault(Db.name(topic), before.contains(topic)))
                        .toList());
        return list(member);
    }
}
