package app.teahouse.accounts;

import app.teahouse.security.Addresses;
import jakarta.servlet.http.HttpServletRequest;

/**
 * From where somebody signs in, for limits and for the list of their sessions.
 *
 * @param agent what the browser calls itself
 * @param network the network address
 */
public record Device(String agent, String network) {

    public static Device of(HttpServletRequest request, Addresses addresses) {
        var agent = request.getHeader("User-Agent");
        return new Device(
                agent == null ? "" : agent.substring(0, Math.min(agent.length(), 300)), addresses.of(request));
    }
}
