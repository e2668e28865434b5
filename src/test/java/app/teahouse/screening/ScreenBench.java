package app.teahouse.screening;

import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Verdict;
import app.teahouse.kernel.Scrutiny.Words;
import app.teahouse.matching.Contacts;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * {@code bin/bench rules [words] [characters]}: what looking at one post costs, in CPU-milliseconds of its thread, without the database.
 * The texts are of random frequent characters and words, one in ten with a word of the rules in it; half of them Chinese.
 */
final class ScreenBench {
    private static final String HAN =
            "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final double BUDGET = 0.2;

    private ScreenBench() {}

    private record Some(UUID value) implements Id {}

    static void main(String[] arguments) {
        var many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        var length = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_500;
        var random = new Random(20261123);
        var words = words(random, many);
        var texts = texts(random, words, length);
        var all = new ArrayList<Rule>();
        for (var i = 0; i < 10; i++) {
            all.add(rule(RuleKind.WORDS, words.subList(i * many / 10, (i + 1) * many / 10)));
        }
        var onlyWords = List.copyOf(all);
        all.add(rule(RuleKind.LINKS, List.of("example.com", "example.org", "example.net")));
        all.add(rule(RuleKind.CONTACTS, List.of()));

        var began = System.nanoTime();
        var book = Rulebook.of(1, all);
        System.out.printf(
                "%d words in 10 rules made ready in %d ms, %d kB%n",
                many, (System.nanoTime() - began) / 1_000_000, book.size() / 1024);
        System.out.printf("Texts of %d characters, CPU-ms each:%n", length);
        var withWords = measure(
                "words",
                texts,
                text -> book.judge(onlyWords, text, "here.example").size());
        var withAll = measure(
                "words, links, contacts",
                texts,
                text -> book.judge(all, text, "here.example").size());
        var alike = measure(
                "what a text is like", texts, text -> Trail.likeness(text).isPresent() ? 1 : 0);
        System.out.printf("all together %.3f, budget %.1f%n", withAll + alike, BUDGET);
        if (withWords > BUDGET || withAll + alike > BUDGET) {
            System.out.println("OVER BUDGET");
            System.exit(1);
        }
    }

    private static Rule rule(RuleKind kind, List<String> words) {
        return new Rule(
                new RuleId(Ids.next()),
                "Bench",
                kind,
                Verdict.HOLD,
                "",
                List.of(Matter.POST),
                Set.of(Role.PARTNER),
                words,
                List.of(),
                List.of(Contacts.Kind.values()),
                false,
                0,
                0,
                true,
                Instant.EPOCH,
                List.of());
    }

    private static List<String> words(Random random, int many) {
        var words = new ArrayList<String>();
        for (var i = 0; i < many; i++) {
            words.add(
                    i % 2 == 0 ? some(random, HAN, 3 + random.nextInt(3)) : some(random, LATIN, 5 + random.nextInt(6)));
        }
        return words;
    }

    private static List<Words> texts(Random random, List<String> words, int length) {
        var texts = new ArrayList<Words>();
        for (var i = 0; i < 400; i++) {
            var text = new StringBuilder();
            while (text.length() < length) {
                text.append(
                                i % 2 == 0
                                        ? some(random, HAN, 1 + random.nextInt(20))
                                        : some(random, LATIN, 2 + random.nextInt(8)))
                        .append(i % 2 == 0 ? "，" : random.nextInt(9) == 0 ? ". " : " ");
            }
            if (i % 10 == 0) {
                text.insert(length / 2, " " + words.get(random.nextInt(words.size())) + " ");
            }
            texts.add(new Words(Matter.POST, new Some(Ids.next()), "", text.substring(0, length), false));
        }
        return texts;
    }

    private static String some(Random random, String letters, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private interface Check {
        int of(Words text);
    }

    private static double measure(String name, List<Words> texts, Check check) {
        var threads = ManagementFactory.getThreadMXBean();
        var found = 0L;
        for (var round = 0; round < 10; round++) {
            for (var text : texts) {
                found += check.of(text);
            }
        }
        var began = threads.getCurrentThreadCpuTime();
        var rounds = 10;
        for (var round = 0; round < rounds; round++) {
            for (var text : texts) {
                found += check.of(text);
            }
        }
        var each = (threads.getCurrentThreadCpuTime() - began) / 1e6 / rounds / texts.size();
        System.out.printf("%-24s %.3f   (%d found)%n", name, each, found / 20);
        return each;
    }
}
