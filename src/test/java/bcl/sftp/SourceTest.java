package bcl.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3",
        "2001:db8:0:1:aaaa:bbbb:cccc:dddd, 2001:0db8:0000:0001::/64",
        "2001:db8:0:1::9, 2001:0db8:0000:0001::/64",
        "::ffff:10.1.2.3, 10.1.2.3",
    })
    void an_ipv6_address_counts_by_its_64(String address, String source) throws UnknownHostException {
        assertThat(Source.of(new InetSocketAddress(InetAddress.getByName(address), 22))
                        .text())
                .isEqualTo(source);
    }
}
