package app.teahouse.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/** Gives the client only those addresses of a name that may be asked, so that it cannot connect to any other. */
record OpenNames(Reach reach) implements DnsResolver {

    /** The name is known, but what is behind it is nobody's business. */
    static final class NotPublicException extends UnknownHostException {
        NotPublicException(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var open = Arrays.stream(reach.names().find(host)).filter(reach.open()).toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new NotPublicException(host);
        }
        return open;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
