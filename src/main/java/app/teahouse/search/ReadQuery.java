package app.teahouse.search;

import app.teahouse.analysis.Analysis;
import app.teahouse.analysis.Han;
import app.teahouse.analysis.Token;
import app.teahouse.index.Lexemes;
import app.teahouse.kernel.Folding;
import app.teahouse.search.Query.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands what somebody typed: words in quotation marks stand together, what the circle calls the same is the same, Han is cut into
 * words, and words that say nothing are no must where others say something.
 */
final class ReadQuery {
    static final int LONGEST = 120;
    private static final int MOST_PARTS = 12;
    private static final Pattern QUOTED = Pattern.compile("[\"“「『]([^\"”」』]{1,80})[\"”」』]");
    private static final Pattern RUN = Pattern.compile("[\u3400-\u9fff]+|[^\u3400-\u9fff]+");

    private static final Set<String> EMPTY = Set.of(
            "a", "about", "an", "and", "any", "are", "as", "at", "be", "by", "can", "did", "do", "does", "for", "from",
            "get", "has", "have", "how", "i", "if", "in", "is", "it", "me", "my", "of", "on", "or", "our", "should",
            "that", "the", "there", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who", "why",
            "will", "with", "you", "your", "的", "了", "吗", "呢", "吧", "啊", "着", "是", "在", "和", "与", "也", "都", "就", "把",
            "被", "让", "给", "我", "你", "他", "她", "它", "这", "那", "有", "不", "怎", "么", "要", "会", "能", "怎么", "什么", "如何", "为何",
            "为什么", "怎样", "哪些", "哪里", "哪个", "是否", "可以", "应该", "我们", "你们", "他们", "一个", "有没有", "多少", "还是", "以及", "关于",
            "请问", "谁");

    private final Dictionary dictionary;
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> empty = new ArrayList<>();
    private final Map<String, Term> nice = new LinkedHashMap<>();

    private ReadQuery(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    static Query of(String typed, Dictionary dictionary) {
        var text = shortened(typed.strip());
        var read = new ReadQuery(dictionary);
        read.quoted(Han.simplified(Folding.folded(text)));
        var parts = read.parts.isEmpty() ? read.empty : read.parts;
        return new Query(
                text,
                parts.stream().limit(MOST_PARTS).toList(),
                read.nice.values().stream().limit(MOST_PARTS).toList());
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private void quoted(String text) {
        var from = 0;
        var quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            known(text.substring(from, quoted.start()));
            var phrase = phrase(quoted.group(1));
            if (!phrase.isEmpty()) {
                parts.add(new Part(
                        phrase.size() == 1 ? phrase.getFirst() : new Term.Phrase(phrase), quoted.group(1), false));
            }
            from = quoted.end();
        }
        known(text.substring(from));
    }

    private static List<Term> phrase(String text) {
        var tokens = Analysis.tokens(text);
        return tokens.stream()
                .filter(token -> token.kind() != Token.Kind.ONE || isAlone(token, tokens))
                .map(token -> token.kind() == Token.Kind.WORD ? forms(token.term()) : one(token.term()))
                .toList();
    }

    /** Whether a character is in no pair. */
    private static boolean isAlone(Token one, List<Token> tokens) {
        return tokens.stream()
                .noneMatch(token ->
                        token.kind() == Token.Kind.PAIR && token.start() <= one.start() && token.end() >= one.end());
    }

    /** What the dictionary of the circle knows goes before all rules. */
    private void known(String text) {
        var from = 0;
        var at = 0;
        while (at < text.length()) {
            var found = dictionary.at(text, at);
            if (found == null) {
                at++;
            } else {
                plain(text.substring(from, at));
                parts.add(same(found));
                at += found.words().length();
                from = at;
            }
        }
        plain(text.substring(from));
    }

    private static Part same(Dictionary.Entry entry) {
        var alternatives = Stream.concat(Stream.of(entry.words()), entry.same().stream())
                .map(words -> of(words, Dictionary.NONE).parts())
                .filter(parts -> !parts.isEmpty())
                .map(parts -> Term.all(parts.stream().map(Part::term).toList()));
        var tags = entry.tags().stream().map(tag -> Term.one(Lexemes.tag(tag)));
        return new Part(Term.any(Stream.concat(alternatives, tags).toList()), entry.words(), false);
    }

    private void plain(String text) {
        RUN.matcher(text).results().forEach(run -> {
            if (Han.is(run.group().charAt(0))) {
                han(run.group());
            } else {
                other(run.group());
            }
        });
    }

    private void han(String run) {
        for (var word : together(Han.words(run))) {
            var term = word.length() == 1 ? one(word) : Term.all(pairs(word));
            (EMPTY.contains(word) ? empty : parts).add(new Part(term, word, false));
        }
        pairs(run).forEach(pair -> nice.putIfAbsent(((Term.One) pair).lexeme(), pair));
    }

    /** A word that the lexicon does not know, such as a name, comes in single characters: together they are that word. */
    private static List<String> together(List<String> words) {
        var found = new ArrayList<String>();
        var name = new StringBuilder();
        for (var word : words) {
            if (word.length() == 1 && !EMPTY.contains(word)) {
                name.append(word);
            } else {
                take(name, found);
                found.add(word);
            }
        }
        take(name, found);
        return found;
    }

    private static void take(StringBuilder name, List<String> found) {
        if (!name.isEmpty()) {
            found.add(name.toString());
            name.setLength(0);
        }
    }

    private static List<Term> pairs(String word) {
        var pairs = new ArrayList<Term>();
        for (var i = 0; i + 1 < word.length(); i++) {
            pairs.add(one(word.substring(i, i + 2)));
        }
        return pairs;
    }

    private void other(String text) {
        var tokens = Analysis.tokens(text);
        for (var token : tokens) {
            if (token.kind() == Token.Kind.WORD) {
                var part = new Part(forms(token.term()), token.term(), true);
                (EMPTY.contains(token.term()) ? empty : parts).add(part);
                nice.putIfAbsent(token.term(), one(token.term()));
            } else if (token.kind() == Token.Kind.PAIR || isAlone(token, tokens)) {
                parts.add(new Part(one(token.term()), token.term(), false));
            }
        }
    }

    /** A word in all its forms. */
    static Term forms(String word) {
        return Term.any(List.of(one(Analysis.stem(word)), Term.one(Lexemes.stem(word))));
    }

    private static Term one(String word) {
        return Term.one(Lexemes.word(word));
    }
}
