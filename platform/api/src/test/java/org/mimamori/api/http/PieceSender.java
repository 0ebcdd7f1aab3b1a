package org.mimamori.api.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Random;

/** A program on a bad line: what it sends arrives in pieces of any length, cut anywhere. */
final class PieceSender {

    /** How long the server may be silent before it counts as hung, in milliseconds. */
    private static final int PATIENCE = 15_000;

    private final int port;
    private final String login;
    private final Random random;

    /** @param login value of {@code X-Cybozu-Authorization} */
    PieceSender(int port, String login, Random random) {
        this.port = port;
        this.login = login;
        this.random = random;
    }

    /**
     * Goes away before the last byte.
     *
     * @param arrived returns when the server has begun to read
     */
    void abandon(String path, String contentType, byte[] body, Runnable arrived) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            sendHead(socket.getOutputStream(), path, contentType, "Content-Length: " + (body.length + 1));
            sendPieces(socket.getOutputStream(), body);
            arrived.run();
        }
    }

    /** Posts a body; what comes back is head and body as they are on the wire. */
    String post(String path, String contentType, byte[] body, boolean chunked) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length;
            sendHead(out, path, contentType, length);
            if (chunked) {
                sendChunks(out, body);
            } else {
                sendPieces(out, body);
            }
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private void sendHead(OutputStream out, String path, String contentType, String length) throws IOException {
        String head = "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\n%s\r\n"
                .formatted(path, contentType, length);
        send(out, (head + "X-Cybozu-Authorization: " + login + "\r\n\r\n").getBytes(US_ASCII));
    }

    private void sendChunks(OutputStream out, byte[] body) throws IOException {
        int sent = 0;
        while (sent < body.length) {
            byte[] chunk = next(body, sent);
            sent += chunk.length;
            send(out, (Integer.toHexString(chunk.length) + "\r\n").getBytes(US_ASCII));
            sendPieces(out, chunk);
            send(out, "\r\n".getBytes(US_ASCII));
        }
        send(out, "0\r\n".getBytes(US_ASCII));
        send(out, "\r\n".getBytes(US_ASCII));
    }

    private void sendPieces(OutputStream out, byte[] bytes) throws IOException {
        int sent = 0;
        while (sent < bytes.length) {
            byte[] piece = next(bytes, sent);
            sent += piece.length;
            send(out, piece);
        }
    }

    private byte[] next(byte[] bytes, int from) {
        int left = bytes.length - from;
        byte[] part = new byte[random.nextInt(3) == 0 ? left : 1 + random.nextInt(left)];
        System.arraycopy(bytes, from, part, 0, part.length);
        return part;
    }

    private static void send(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        // Lets the server come to the end of what it has, which is where it could go to sleep.
        Thread.yield();
    }
}
