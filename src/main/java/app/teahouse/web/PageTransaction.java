package app.teahouse.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/**
 * Makes each GET one read-only transaction on one connection, from the first statement until the view is about to be rendered.
 * Doors that answer a stream or a file are left out, so that nobody holds a connection while bytes travel.
 */
@Component
class PageTransaction implements HandlerInterceptor {
    private static final String OPEN = PageTransaction.class.getName();

    private final PlatformTransactionManager transactions;

    PageTransaction(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET")
                && handler instanceof HandlerMethod method
                && !streams(method.getReturnType().getParameterType())) {
            var readOnly = new DefaultTransactionDefinition();
            readOnly.setReadOnly(true);
            request.setAttribute(OPEN, transactions.getTransaction(readOnly));
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        var open = (TransactionStatus) request.getAttribute(OPEN);
        if (open != null) {
            request.removeAttribute(OPEN);
            transactions.commit(open);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        giveUp(request);
    }

    /** After a statement that failed the transaction takes no other one, and the page that says so needs some. */
    void giveUp(HttpServletRequest request) {
        var open = (TransactionStatus) request.getAttribute(OPEN);
        if (open != null) {
            request.removeAttribute(OPEN);
            transactions.rollback(open);
        }
    }

    private static boolean streams(Class<?> answer) {
        return ResponseEntity.class.isAssignableFrom(answer) || ResponseBodyEmitter.class.isAssignableFrom(answer);
    }
}
