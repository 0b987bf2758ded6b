package org.tocsin.wire.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * One server of a registry. Its text is the address without credentials, which may be logged.
 *
 * <p>{@code authorization} is the header to send, empty without credentials.
 */
record Endpoint(String address, Optional<String> authorization) {

    static List<Endpoint> of(RegistryConfig config) {
        boolean fromUrl = config.getString(RegistryConfig.CREDENTIALS_SOURCE).equals("URL");
        String userInfo = config.userInfo().value();
        return config.getList(RegistryConfig.URL).stream()
                .map(url -> parse(url.strip()))
                .map(url -> of(url, fromUrl ? url.getUserInfo() : userInfo))
                .toList();
    }

    private static Endpoint of(URI url, String userInfo) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String path = url.getRawPath().replaceAll("/+$", "");
        return new Endpoint(
                url.getScheme() + "://" + url.getHost() + port + path,
                Optional.ofNullable(userInfo).filter(info -> !info.isEmpty()).map(Endpoint::basic));
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isHttp && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Its message would quote the address and with it the credentials.
        }
        throw new ConfigException(
                RegistryConfig.URL + " has an address that is not http(s)://host");
    }

    private static String basic(String userInfo) {
        byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return address;
    }
}
