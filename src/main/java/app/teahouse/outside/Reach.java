package app.teahouse.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How far {@link Fetch} reaches. There is one reach in the program; tests have another, to a server of theirs.
 *
 * @param tls whom to believe; the public authorities where it is null
 */
record Reach(
        Names names,
        Predicate<InetAddress> open,
        IntPredicate ports,
        @Nullable SSLContext tls) {
    static final Reach PUBLIC = new Reach(InetAddress::getAllByName, PublicAddress::is, port -> port == 443, null);

    /** Finds the addresses of a host. */
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }
}
