package app.teahouse.directory;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Folding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a member says of themselves in the directory.
 *
 * @param region a country, or a province of China, by which places are filtered; empty where none was chosen
 * @param link an address on the web, {@code https} or {@code http}
 */
public record Said(
        List<String> expertise,
        List<String> interests,
        String region,
        String place,
        String offers,
        String seeks,
        String contact,
        String link) {
    static final int MOST_WORDS = 12;
    static final int LONGEST_WORD = 40;
    static final int LONGEST_LINE = 100;
    static final int LONGEST_TEXT = 500;
    private static final int LONGEST_LINK = 300;

    static final Said NOTHING = new Said(List.of(), List.of(), "", "", "", "", "", "");

    /** @throws app.teahouse.kernel.Refusal what is wrong with it */
    Said fit() {
        var fit = new Said(
                words(expertise),
                words(interests),
                region.strip(),
                place.strip(),
                offers.strip(),
                seeks.strip(),
                contact.strip(),
                address(link.strip()));
        new Faults()
                .require(fit.expertise.size() <= MOST_WORDS, "expertise", "directory.too-many", many())
                .require(isShort(fit.expertise), "expertise", "directory.long-word", longest())
                .require(fit.interests.size() <= MOST_WORDS, "interests", "directory.too-many", many())
                .require(isShort(fit.interests), "interests", "directory.long-word", longest())
                .require(fit.region.isEmpty() || Regions.isKnown(fit.region), "region", "field.unknown-choice")
                .atMost("place", fit.place, LONGEST_LINE)
                .atMost("offers", fit.offers, LONGEST_TEXT)
                .atMost("seeks", fit.seeks, LONGEST_TEXT)
                .atMost("contact", fit.contact, LONGEST_LINE)
                .atMost("link", fit.link, LONGEST_LINK)
                .require(isWeb(fit.link), "link", "directory.no-link")
                .refuse();
        return fit;
    }

    private static Map<String, Object> many() {
        return Map.of("most", MOST_WORDS);
    }

    private static Map<String, Object> longest() {
        return Map.of("most", LONGEST_WORD);
    }

    /** One by one, however they were separated; none twice. */
    static List<String> words(List<String> typed) {
        var words = new LinkedHashMap<String, String>();
        typed.stream()
                .flatMap(some -> Arrays.stream(some.split("[,，、;；\\n\\t]")))
                .map(word -> word.strip().replaceFirst("^[#＃]+", "").strip())
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.putIfAbsent(Folding.folded(word), word));
        return List.copyOf(words.values());
    }

    private static boolean isShort(List<String> words) {
        return words.stream()
                .allMatch(word -> word.indexOf('\0') < 0 && word.codePointCount(0, word.length()) <= LONGEST_WORD);
    }

    private static String address(String typed) {
        return typed.isEmpty() || typed.contains("://") ? typed : "https://" + typed;
    }

    /** Nothing but the web: no script, no file, no name and password in front of the host. */
    static boolean isWeb(String link) {
        if (link.isEmpty()) {
            return true;
        }
        try {
            var uri = new URI(link);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getHost().contains(".")
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    boolean isEmpty(Field field) {
        return switch (field) {
            case EXPERTISE -> expertise.isEmpty();
            case INTERESTS -> interests.isEmpty();
            case PLACE -> place.isEmpty() && region.isEmpty();
            case OFFERS -> offers.isEmpty();
            case SEEKS -> seeks.isEmpty();
            case CONTACT -> contact.isEmpty() && link.isEmpty();
        };
    }

    /** What is left for somebody who may see some of the fields. */
    Said only(Predicate<Field> open) {
        var place = open.test(Field.PLACE);
        var contact = open.test(Field.CONTACT);
        return new Said(
                open.test(Field.EXPERTISE) ? expertise : List.of(),
                open.test(Field.INTERESTS) ? interests : List.of(),
                place ? region : "",
                place ? this.place : "",
                open.test(Field.OFFERS) ? offers : "",
                open.test(Field.SEEKS) ? seeks : "",
                contact ? this.contact : "",
                contact ? link : "");
    }

    /** The link as it is shown: without what everybody knows. */
    public String linkText() {
        return link.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    /** What others read as words, field by field. */
    Map<Field, String> texts() {
        var texts = new LinkedHashMap<Field, String>();
        texts.put(Field.EXPERTISE, String.join(", ", expertise));
        texts.put(Field.INTERESTS, String.join(", ", interests));
        texts.put(Field.PLACE, place);
        texts.put(Field.OFFERS, offers);
        texts.put(Field.SEEKS, seeks);
        texts.put(Field.CONTACT, (contact + " " + link).strip());
        return texts;
    }
}
