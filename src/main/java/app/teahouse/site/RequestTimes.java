package app.teahouse.site;

import app.teahouse.kernel.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Takes the time of each request under the template of its path, so that a million addresses make one line of metrics. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTimes extends OncePerRequestFilter {
    private final Metrics metrics;
    private final boolean off;

    RequestTimes(Metrics metrics, Settings settings) {
        this.metrics = metrics;
        this.off = settings.metricsPort() == 0;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return off;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var from = System.nanoTime();
        metrics.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            metrics.end(
                    request.getMethod(),
                    route == null ? "none" : route.toString(),
                    response.getStatus(),
                    Duration.ofNanos(System.nanoTime() - from));
        }
    }
}
