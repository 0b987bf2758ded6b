package org.tocsin.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::2",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:0:10.0.0.1",
                "::10.0.0.1",
                "::8.8.8.8",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "64:ff9b:1:7f00:0:100::",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:0a00:0001::",
                "2002:a9fe:a9fe::1",
                "2606:4700::5efe:a00:1",
                "2606:4700::200:5efe:c0a8:101",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(AddressRule.PUBLIC.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.1",
                "168.63.129.17",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "::ffff:9.9.9.9",
                "64:ff9b::909:909",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2002:0909:0909::1",
                "2606:4700::1111",
                "2606:4700::5efe:909:909",
                "2a00:1450::1"
            })
    void allowsWhatIsPublic(String address) throws UnknownHostException {
        assertThat(AddressRule.PUBLIC.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"})
    void allowsThisMachineWhereAsked(String address) throws UnknownHostException {
        assertThat(AddressRule.PUBLIC_AND_LOOPBACK.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "0.0.0.0", "::", "fe80::1"})
    void allowsNothingElseWithIt(String address) throws UnknownHostException {
        assertThat(AddressRule.PUBLIC_AND_LOOPBACK.allows(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 22, 25, 6379, 11211, 65_536})
    void refusesPortsWhereARequestMayBeTakenForOrders(int port) {
        assertThat(AddressRule.PUBLIC.allowsPort(port)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 81, 443, 8080, 8443, 50_000})
    void allowsOtherPorts(int port) {
        assertThat(AddressRule.PUBLIC.allowsPort(port)).isTrue();
    }
}
