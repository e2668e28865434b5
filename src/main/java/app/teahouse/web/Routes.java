package app.teahouse.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the door behind an address. Spring asks each of some six hundred routes whether it fits, by its method, headers and only then its
 * path, which took a tenth of a page; so those whose path is another one at first sight are not asked.
 */
final class Routes extends RequestMappingHandlerMapping {
    private static final ScopedValue<Segments> ASKED = ScopedValue.newInstance();

    private final Map<RequestMappingInfo, List<Segments>> patterns = new ConcurrentHashMap<>();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        // What is encoded may still be the same.
        return path.indexOf('%') >= 0
                ? super.lookupHandlerMethod(path, request)
                : ScopedValue.where(ASKED, Segments.of(path)).call(() -> super.lookupHandlerMethod(path, request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        return mayBe(route) ? super.getMatchingMapping(route, request) : null;
    }

    private boolean mayBe(RequestMappingInfo route) {
        if (!ASKED.isBound()) {
            return true;
        }
        var asked = ASKED.get();
        for (var pattern : patterns.computeIfAbsent(route, Routes::patterns)) {
            if (pattern.mayBe(asked)) {
                return true;
            }
        }
        return false;
    }

    private static List<Segments> patterns(RequestMappingInfo route) {
        return route.getPatternValues().stream().map(Segments::of).toList();
    }

    /** What stands between the slashes of an address, or of a route's pattern. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Segments(String[] all, boolean anyTail) {

        static Segments of(String path) {
            return new Segments(path.split("/", -1), path.contains("**") || path.contains("{*"));
        }

        /** Whether this pattern fits, as far as its plain words say. */
        boolean mayBe(Segments asked) {
            if (anyTail) {
                return true;
            }
            if (all.length != asked.all.length) {
                return false;
            }
            for (var i = 0; i < all.length; i++) {
                if (!all[i].equals(asked.all[i]) && isPlain(all[i])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isPlain(String segment) {
            return segment.indexOf('{') < 0 && segment.indexOf('*') < 0 && segment.indexOf('?') < 0;
        }
    }
}
