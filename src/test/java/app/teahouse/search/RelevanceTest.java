package app.teahouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** How good the answers are: judged queries over texts in both languages, with a floor. */
@TeahouseTest
class RelevanceTest {
    private static final double FLOOR_RECALL = 0.97;
    private static final double FLOOR_NDCG = 0.94;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeSearches searches;

    private static Stream<List<String>> lines(String name) throws IOException {
        var text = new ClassPathResource("search/" + name).getContentAsString(StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList());
    }

    @Test
    void judged_queries_are_answered_well() throws IOException {
        var owner = circles.someOwner();
        var keys = new HashMap<String, String>();
        lines("documents.txt").forEach(line -> {
            posts.somePost(owner.member(), line.get(1), line.get(2));
            keys.put(line.get(1), line.getFirst());
        });
        searches.index();
        var queries = lines("queries.txt").toList();
        var recall = 0.0;
        var ndcg = 0.0;
        var bad = new StringBuilder();
        for (var query : queries) {
            var grades = grades(query.get(1));
            var found = found(owner.member(), query.getFirst(), keys);
            var mine = recall(grades, found);
            recall += mine;
            ndcg += gain(found.stream().map(key -> grades.getOrDefault(key, 0)).toList())
                    / gain(grades.values().stream()
                            .sorted((one, other) -> other - one)
                            .toList());
            if (mine < 1) {
                bad.append('\n').append(query.getFirst()).append(" → ").append(found);
            }
        }
        recall /= queries.size();
        ndcg /= queries.size();
        LoggerFactory.getLogger(RelevanceTest.class)
                .info("{} queries: recall@10 {}, nDCG@10 {}{}", queries.size(), recall, ndcg, bad);

        assertThat(queries).hasSizeGreaterThanOrEqualTo(60);
        assertThat(recall).as("recall@10%s", bad).isGreaterThanOrEqualTo(FLOOR_RECALL);
        assertThat(ndcg).as("nDCG@10%s", bad).isGreaterThanOrEqualTo(FLOOR_NDCG);
    }

    private static Map<String, Integer> grades(String text) {
        var grades = new HashMap<String, Integer>();
        for (var grade : text.split(" ")) {
            grades.put(
                    grade.substring(0, grade.indexOf('=')), Integer.valueOf(grade.substring(grade.indexOf('=') + 1)));
        }
        return grades;
    }

    private List<String> found(Member reader, String words, Map<String, String> keys) {
        return searches.titles(reader, words).stream()
                .limit(10)
                .map(title -> keys.getOrDefault(title, title))
                .toList();
    }

    private static double recall(Map<String, Integer> grades, List<String> found) {
        var good =
                grades.entrySet().stream().filter(grade -> grade.getValue() > 0).toList();
        return (double) good.stream()
                        .filter(grade -> found.contains(grade.getKey()))
                        .count()
                / good.size();
    }

    private static double gain(List<Integer> grades) {
        var gain = 0.0;
        for (var i = 0; i < Math.min(10, grades.size()); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }
}
