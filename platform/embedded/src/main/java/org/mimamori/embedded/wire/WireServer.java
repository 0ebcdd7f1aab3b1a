package org.mimamori.embedded.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.mimamori.embedded.command.Commands;
import org.mimamori.embedded.command.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the loopback interface only, for it asks nobody who he is. Each connection has a thread of its own, on
 * which its commands run, so a slow one holds up nobody else.
 */
public final class WireServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WireServer.class);
    private static final int BUFFER = 1 << 16;

    private final ServerSocket server;
    private final Commands commands;
    private final Consumer<Object> onDisconnect;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    public WireServer(int port, Commands commands, Consumer<Object> onDisconnect) {
        this.commands = commands;
        this.onDisconnect = onDisconnect;
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 128);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + " of the loopback interface", e);
        }
        start("mimamori-accept", this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private static void start(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                start("mimamori-connection", () -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("could not accept a connection", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
            for (Message message = Message.read(in); message != null; message = Message.read(in)) {
                Document reply = commands.answer(new Request(message.body(), message.sequences(), socket));
                if (message.wantsReply()) {
                    message.reply(reply, socket.getOutputStream());
                }
            }
        } catch (IOException e) {
            LOG.debug("a connection ended: {}", e.toString());
        } catch (RuntimeException e) {
            LOG.warn("a connection is closed after a message that could not be read", e);
        } finally {
            connections.remove(socket);
            onDisconnect.accept(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debug("while closing", e);
        }
    }
}
