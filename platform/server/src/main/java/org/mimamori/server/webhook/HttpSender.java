package org.mimamori.server.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.mimamori.engine.webhook.Sender;
import org.mimamori.server.webhook.GuardedDns.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends with Apache's HTTP client: no redirect, no proxy, no cookie, no second try; a receiver has some seconds in all,
 * and of its answer no more is read than status and headers. {@code https} goes to public addresses, and to private
 * ones if the operator allows them; {@code http} only to those private ones, for everybody on the way could read it.
 */
public final class HttpSender implements Sender, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpSender.class);

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;

    private final CloseableHttpClient https;
    private final CloseableHttpClient http;
    private final Timeout whole;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("webhook-deadline").factory());

    /** @param privateAddresses whether the operator allows messages to addresses that are not public */
    public HttpSender(boolean privateAddresses) {
        this(privateAddresses, InetAddress::getAllByName, Timeout.ofSeconds(10));
    }

    /** @param whole what sending may take in all */
    HttpSender(boolean privateAddresses, Names names, Timeout whole) {
        Predicate<InetAddress> isPublic = PublicAddresses::contain;
        this.https = client(new GuardedDns(names, privateAddresses ? address -> true : isPublic), whole);
        this.http = client(new GuardedDns(names, privateAddresses ? isPublic.negate() : address -> false), whole);
        this.whole = whole;
    }

    private static CloseableHttpClient client(GuardedDns dns, Timeout whole) {
        HttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setMaxConnTotal(100)
                .setMaxConnPerRoute(10)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(whole)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(whole)
                        .setConnectionRequestTimeout(whole)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .setKeepAliveStrategy((response, context) -> TimeValue.ZERO_MILLISECONDS)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public Answer post(String url, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                whole.toMilliseconds(),
                TimeUnit.MILLISECONDS);
        try {
            return Answer.of(status(request));
        } catch (IOException | RuntimeException failure) {
            LOG.debug("A webhook could not be sent", failure);
            return Answer.none(late.get() ? "timeout" : error(failure));
        } finally {
            deadline.cancel(false);
        }
    }

    private int status(HttpPost request) throws IOException {
        CloseableHttpClient client = "https".equals(request.getScheme()) ? https : http;
        HttpHost target = new HttpHost(request.getScheme(), request.getAuthority());
        ClassicHttpResponse response = client.executeOpen(target, request, null);
        try {
            return response.getCode();
        } finally {
            drop(request, response);
        }
    }

    /** Closing alone would read on to the end of a body that may have none. */
    private static void drop(HttpPost request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException cut) {
            LOG.debug("The connection of a webhook was cut", cut);
        }
    }

    private static String error(Exception failure) {
        return switch (failure) {
            case GuardedDns.Refused refused -> "addressRefused";
            case UnknownHostException unknown -> "unknownHost";
            case SocketTimeoutException timeout -> "timeout";
            case SSLException untrusted -> "tls";
            default -> "noConnection";
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        https.close();
        http.close();
    }
}
