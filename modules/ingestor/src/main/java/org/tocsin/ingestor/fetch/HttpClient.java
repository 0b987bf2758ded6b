package org.tocsin.ingestor.fetch;

import java.nio.channels.ClosedSelectorException;
import java.util.ConcurrentModificationException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the library's client is set. Redirects, cookies, passwords, retries and unpacking are off:
 * what of them is wanted is done within our own limits.
 */
final class HttpClient {

    private static final Logger LOG = LoggerFactory.getLogger(HttpClient.class);

    /** More than visitors that are set; a host gets few, since it has one turn at a time. */
    private static final int MOST_CONNECTIONS = 1_000;

    private static final int MOST_TO_A_HOST = 8;

    /** Within its turn a host is asked again at once; after it, not for minutes. */
    private static final int IDLE_SECONDS = 10;

    private static final int WINDOW = 65_535;

    private HttpClient() {}

    static CloseableHttpAsyncClient of(Egress egress, FetchLimits limits) {
        HttpAsyncClientBuilder client =
                HttpAsyncClients.custom()
                        .setConnectionManager(connections(egress, limits))
                        .setIOReactorConfig(
                                IOReactorConfig.custom()
                                        .setIoThreadCount(
                                                Math.min(
                                                        2,
                                                        Runtime.getRuntime().availableProcessors()))
                                        .setSelectInterval(TimeValue.ofMilliseconds(200))
                                        .setSoTimeout(Timeout.of(limits.idle()))
                                        .build())
                        .setThreadFactory(HttpClient::daemon)
                        .setIoReactorExceptionCallback(HttpClient::tell)
                        .setHttp1Config(http1())
                        .setH2Config(http2())
                        .setDefaultRequestConfig(requests(limits))
                        .setUserAgent(egress.userAgent())
                        .addResponseInterceptorFirst(ReplyConsumer::isTheServers)
                        .evictExpiredConnections()
                        .evictIdleConnections(TimeValue.ofSeconds(IDLE_SECONDS))
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableAutomaticRetries()
                        .disableContentCompression();
        egress.proxy()
                .ifPresent(
                        proxy -> client.setRoutePlanner(new ThroughProxy(proxy, egress.guard())));
        return client.build();
    }

    private static AsyncClientConnectionManager connections(Egress egress, FetchLimits limits) {
        var tls = ClientTlsStrategyBuilder.create();
        if (egress.tls() != null) {
            tls.setSslContext(egress.tls());
        }
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(
                        egress.proxy().<DnsResolver>map(ProxyName::new).orElse(egress.guard()))
                .setTlsStrategy(tls.buildAsync())
                .setDefaultTlsConfig(
                        TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                                .setHandshakeTimeout(Timeout.of(limits.connect()))
                                .build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(limits.connect()))
                                .setSocketTimeout(Timeout.of(limits.idle()))
                                .setIdleTimeout(Timeout.ofSeconds(IDLE_SECONDS))
                                .setTimeToLive(TimeValue.ofMinutes(2))
                                .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_TO_A_HOST)
                .build();
    }

    private static RequestConfig requests(FetchLimits limits) {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.of(limits.idle()))
                .setConnectionRequestTimeout(Timeout.of(limits.total()))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static Http1Config http1() {
        return Http1Config.custom()
                .setMaxLineLength(FetchLimits.LONGEST_LINE)
                .setMaxHeaderCount(FetchLimits.MOST_HEADERS)
                .setInitialWindowSize(WINDOW)
                .build();
    }

    private static H2Config http2() {
        return H2Config.custom()
                .setPushEnabled(false)
                .setInitialWindowSize(WINDOW)
                .setMaxHeaderListSize(4 * FetchLimits.LONGEST_LINE)
                .setMaxContinuations(16)
                .build();
    }

    private static void tell(Exception e) {
        // What a thread trips over when the client is closed under it.
        if (e instanceof ClosedSelectorException || e instanceof ConcurrentModificationException) {
            LOG.debug("the client is closing", e);
        } else {
            LOG.error("a thread of the client failed", e);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "fetch");
        thread.setDaemon(true);
        return thread;
    }
}
