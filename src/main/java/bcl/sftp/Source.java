package bcl.sftp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a connection comes from, for limits and bans: an IPv4 address, or the /64 of an IPv6 address, since whoever has one address
 * there has all of them.
 */
record Source(String text) {
    static Source of(SocketAddress address) {
        return address instanceof InetSocketAddress internet && internet.getAddress() != null
                ? of(internet.getAddress())
                : new Source("unknown address");
    }

    private static Source of(InetAddress address) {
        if (address instanceof Inet6Address) {
            String half = HexFormat.ofDelimiter("")
                    .formatHex(Arrays.copyOf(address.getAddress(), 8))
                    .replaceAll("(....)(?!$)", "$1:");
            return new Source(half + "::/64");
        }
        return new Source(address.getHostAddress());
    }

    @Override
    public String toString() {
        return text;
    }
}
