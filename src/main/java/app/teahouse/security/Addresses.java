package app.teahouse.security;

import app.teahouse.kernel.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Tells from which network address a request comes; what a proxy says of it is believed only from configured proxies. */
@Component
public class Addresses {
    private final List<IpAddressMatcher> proxies;

    Addresses(Settings settings) {
        this.proxies =
                settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    /** The address, for IPv6 its network (/64), for limits and for the list of sessions. */
    public String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null && isProxy(address)) {
            address = lastForeign(forwarded.split(","), address);
        }
        return network(address);
    }

    private String lastForeign(String[] hops, String nearest) {
        for (var i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!hop.matches("[0-9a-fA-F:.]{2,45}")) {
                return nearest;
            }
            if (!isProxy(hop)) {
                return hop;
            }
        }
        return nearest;
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length != 16) {
                return InetAddress.getByAddress(bytes).getHostAddress();
            }
            for (var i = 8; i < 16; i++) {
                bytes[i] = 0;
            }
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
