package app.teahouse.security;

import app.teahouse.kernel.Refusal;
import app.teahouse.web.Asking;
import app.teahouse.web.Page;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses files from whoever is not signed in before a byte of them is read. Looking for the token of a form already makes the server
 * write every part of the request to the disk, long before a door could say no.
 */
final class StrangersFilter extends OncePerRequestFilter {
    private final HandlerExceptionResolver problems;

    StrangersFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.strip().regionMatches(true, 0, "multipart/", 0, 10);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Asking.signIn() != null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Connection", "close");
        var answer = problems.resolveException(request, response, null, Refusal.signInNeeded());
        if (answer != null && answer.getView() instanceof Page page) {
            page.render(Map.of(), request, response);
        }
    }
}
