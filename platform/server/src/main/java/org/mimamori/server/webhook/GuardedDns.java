package org.mimamori.server.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Turns names into addresses and refuses those a message must not go to. The client connects to the very addresses this
 * answers, so a name that means another machine a moment later gains nothing.
 */
final class GuardedDns implements DnsResolver {

    private final Names names;
    private final Predicate<InetAddress> allowed;

    GuardedDns(Names names, Predicate<InetAddress> allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    /** Who knows the addresses of a name. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** The name means an address a message must not go to. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Refused(String host) {
            super(host);
        }
    }

    /** One address that is not allowed is enough to refuse a name: it has no business with the others. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.addresses(host);
        if (!Arrays.stream(addresses).allMatch(allowed)) {
            throw new Refused(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
