package org.mimamori.api.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mimamori.api.auth.Caller;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.wire.ParametersReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.multipart.DefaultPartHttpMessageReader;
import org.springframework.http.codec.multipart.MultipartHttpMessageReader;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads a form with files before its controller is called, and to the end of the body.
 *
 * <p>Before: here it is the container's thread that asks for bytes. The servlet adapter loses the news of further bytes
 * where another thread, such as that of a controller, is reading when they come; the call would stand still for ever.
 *
 * <p>To the end: who reads the parts leaves at the last boundary. An answer given then would come before the sender has
 * sent all, and to one who closes the connection as an error in sending.
 *
 * <p>Large parts wait on disk, in a folder of this call that only the server may enter and that goes with the call,
 * however it ends.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class FormFilter implements WebFilter {

    /** Where the parts are among the attributes of a call. */
    static final String PARTS = FormFilter.class.getName();

    private static final ResolvableType TYPE =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, Part.class);
    private static final int MOST_PARTS = 10;
    private static final int MOST_PART_HEADERS = 16 * 1024;
    private static final int MOST_IN_MEMORY = 64 * 1024;

    /** What may follow the last boundary, in bytes; nothing has to. */
    private static final long MOST_EPILOGUE = 1024L * 1024;

    private final UploadLimit limit;
    private final Path folder;

    /** @param folder where files wait that are on their way; made if it is not there */
    FormFilter(UploadLimit limit, @Value("${mimamori.upload-folder:${java.io.tmpdir}}") Path folder)
            throws IOException {
        this.limit = limit;
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!ParametersReader.isMultipart(exchange.getRequest()) || exchange.getAttribute(Caller.ATTRIBUTE) == null) {
            return chain.filter(exchange);
        }
        return Mono.using(
                () -> Files.createTempDirectory(folder, "mimamori-upload-"),
                own -> read(exchange.getRequest(), own).flatMap(parts -> {
                    exchange.getAttributes().put(PARTS, parts);
                    return chain.filter(exchange);
                }),
                FormFilter::delete);
    }

    private Mono<MultiValueMap<String, Part>> read(ServerHttpRequest request, Path own) {
        Flux<DataBuffer> body = request.getBody().publish(1).autoConnect(2);
        AtomicBoolean over = new AtomicBoolean();
        Mono<MultiValueMap<String, Part>> parts =
                reader(own).readMono(TYPE, new Shared(request, body), Map.of()).doOnSuccess(read -> over.set(true));
        Mono<Long> epilogue = body.filter(buffer -> over.get()).reduce(0L, FormFilter::counted);
        return Mono.zip(parts, epilogue, (read, bytes) -> read);
    }

    private MultipartHttpMessageReader reader(Path own) {
        DefaultPartHttpMessageReader parts = new DefaultPartHttpMessageReader();
        parts.setMaxParts(MOST_PARTS);
        parts.setMaxHeadersSize(MOST_PART_HEADERS);
        parts.setMaxInMemorySize(MOST_IN_MEMORY);
        parts.setMaxDiskUsagePerPart(limit.bytes());
        // Writes where it reads: another thread that writes would be the one that asks for the next bytes.
        parts.setBlockingOperationScheduler(Schedulers.immediate());
        try {
            parts.setFileStorageDirectory(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MultipartHttpMessageReader(parts);
    }

    private static long counted(long before, DataBuffer epilogue) {
        long seen = before + epilogue.readableByteCount();
        if (seen > MOST_EPILOGUE) {
            throw new CallProblem.IllegalCall("a form that does not end").asException();
        }
        return seen;
    }

    private static void delete(Path own) {
        try {
            FileSystemUtils.deleteRecursively(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request whose body somebody else reads, too. */
    private static final class Shared extends ServerHttpRequestDecorator {

        private final Flux<DataBuffer> body;

        Shared(ServerHttpRequest request, Flux<DataBuffer> body) {
            super(request);
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body;
        }
    }
}
