package app.teahouse.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the door behind an address. Spring asks each of some nine hundred routes whether it fits, by its method, headers and only then its
 * path, which took a tenth of a page; so only those are asked whose path may be this one at first sight.
 */
final class Routes extends RequestMappingHandlerMapping {
    private static final ScopedValue<Set<RequestMappingInfo>> WORTH_ASKING = ScopedValue.newInstance();

    private volatile @Nullable Index index;

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo route) {
        super.registerHandlerMethod(handler, method, route);
        index = null;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        // What is encoded may still be the same.
        return path.indexOf('%') >= 0
                ? super.lookupHandlerMethod(path, request)
                : ScopedValue.where(WORTH_ASKING, index().worthAsking(path))
                        .call(() -> super.lookupHandlerMethod(path, request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        return !WORTH_ASKING.isBound() || WORTH_ASKING.get().contains(route)
                ? super.getMatchingMapping(route, request)
                : null;
    }

    private Index index() {
        var known = index;
        if (known == null) {
            known = Index.of(getHandlerMethods().keySet());
            index = known;
        }
        return known;
    }

    /** @param anyLength patterns that end in any number of segments */
    private record Index(Map<Integer, List<Pattern>> byLength, List<RequestMappingInfo> anyLength) {

        static Index of(Set<RequestMappingInfo> routes) {
            var made = new Index(new HashMap<>(), new ArrayList<>());
            routes.forEach(route -> route.getPatternValues().forEach(pattern -> made.add(route, pattern)));
            return made;
        }

        private void add(RequestMappingInfo route, String pattern) {
            if (pattern.contains("**") || pattern.contains("{*")) {
                anyLength.add(route);
            } else {
                var words = words(pattern);
                byLength.computeIfAbsent(words.length, length -> new ArrayList<>())
                        .add(new Pattern(route, words));
            }
        }

        Set<RequestMappingInfo> worthAsking(String path) {
            Set<RequestMappingInfo> found = Collections.newSetFromMap(new IdentityHashMap<>());
            found.addAll(anyLength);
            var asked = words(path);
            for (var pattern : byLength.getOrDefault(asked.length, List.of())) {
                if (pattern.mayBe(asked)) {
                    found.add(pattern.route);
                }
            }
            return found;
        }

        private static String[] words(String path) {
            return path.split("/", -1);
        }
    }

    /** What stands between the slashes of a route's pattern. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Pattern(RequestMappingInfo route, String[] words) {

        /** Whether this pattern fits, as far as its plain words say. */
        boolean mayBe(String[] asked) {
            for (var i = 0; i < words.length; i++) {
                if (!words[i].equals(asked[i]) && isPlain(words[i])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isPlain(String word) {
            return word.indexOf('{') < 0 && word.indexOf('*') < 0 && word.indexOf('?') < 0;
        }
    }
}
