package org.mimamori.server.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are anybody's in the open Internet. What is not is ours, or nobody's: a webhook must not reach the
 * machines behind our firewall through us. From the special-purpose address registries of IANA (RFC 6890 and later).
 */
final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC = List.of(
            Block.of("0.0.0.0", 8), // this network
            Block.of("10.0.0.0", 8), // private
            Block.of("100.64.0.0", 10), // behind a provider's address translation
            Block.of("127.0.0.0", 8), // loopback
            Block.of("169.254.0.0", 16), // link-local, and where clouds tell machines their secrets
            Block.of("172.16.0.0", 12), // private
            Block.of("192.0.0.0", 24), // protocol assignments
            Block.of("192.0.2.0", 24), // documentation
            Block.of("192.88.99.0", 24), // 6to4 relays
            Block.of("192.168.0.0", 16), // private
            Block.of("198.18.0.0", 15), // benchmarks
            Block.of("198.51.100.0", 24), // documentation
            Block.of("203.0.113.0", 24), // documentation
            Block.of("224.0.0.0", 3)); // multicast and reserved

    /** Of IPv6, only this has been given to anybody. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

    private static final List<Block> NOT_PUBLIC_6 = List.of(
            Block.of("2001::", 23), // protocol assignments, among them Teredo with an IPv4 address inside
            Block.of("2001:db8::", 32), // documentation
            Block.of("2002::", 16), // 6to4, with an IPv4 address inside
            Block.of("3fff::", 20)); // documentation

    private PublicAddresses() {}

    /** An IPv4 address written as an IPv6 one has become an IPv4 address before it comes here. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
            case Inet6Address six ->
                GLOBAL_UNICAST.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
            default -> false;
        };
    }

    /** Addresses whose first bits are the same. */
    private record Block(List<Byte> start, int bits) {

        private static final int BYTE = 8;

        static Block of(String literal, int bits) {
            byte[] bytes = bytes(literal);
            Byte[] start = new Byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                start[i] = bytes[i];
            }
            return new Block(List.of(start), bits);
        }

        /** Of a literal no name is asked for. */
        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException malformed) {
                throw new IllegalArgumentException(literal, malformed);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != start.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << (BYTE - 1 - bit % BYTE);
                if ((address[bit / BYTE] & mask) != (start.get(bit / BYTE) & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
