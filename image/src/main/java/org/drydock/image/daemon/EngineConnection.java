package org.drydock.image.daemon;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** One connection to a daemon. Reading fails when nothing comes for too long. */
final class EngineConnection implements Closeable {
    private static final int CONNECT_MILLIS = 10_000;

    private final InputStream in;
    private final OutputStream out;
    private final Closeable socket;

    private EngineConnection(InputStream in, OutputStream out, Closeable socket) {
        this.in = in;
        this.out = out;
        this.socket = socket;
    }

    static EngineConnection open(EngineAddress address, Duration patience) throws IOException {
        return switch (address) {
            case EngineAddress.Unix(var path) -> unix(path, patience);
            case EngineAddress.Tcp tcp -> tcp(tcp, patience);
        };
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static EngineConnection unix(java.nio.file.Path path, Duration patience) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
        boolean done = false;
        try {
            OutputStream out = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
                    while (left.hasRemaining()) {
                        channel.write(left);
                    }
                }
            };
            ChannelInput in = new ChannelInput(channel, patience);
            done = true;
            return new EngineConnection(in, out, in);
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private static EngineConnection tcp(EngineAddress.Tcp address, Duration patience) throws IOException {
        Socket socket = new Socket();
        boolean done = false;
        try {
            socket.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
            socket.setSoTimeout((int) patience.toMillis());
            Socket spoken = address.certificates() == null ? socket : EngineTls.over(socket, address);
            done = true;
            return new EngineConnection(spoken.getInputStream(), spoken.getOutputStream(), spoken);
        } finally {
            if (!done) {
                socket.close();
            }
        }
    }

    /** A channel as a stream with a time limit. Only its reading side waits without blocking. */
    private static final class ChannelInput extends InputStream {
        private final SocketChannel channel;
        private final Selector selector;
        private final long patienceMillis;

        ChannelInput(SocketChannel channel, Duration patience) throws IOException {
            this.channel = channel;
            this.selector = Selector.open();
            this.patienceMillis = patience.toMillis();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (channel.isBlocking()) {
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            }
            ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
            int read = channel.read(buffer);
            if (read == 0 && length > 0) {
                selector.selectedKeys().clear();
                if (selector.select(patienceMillis) == 0) {
                    throw new SocketTimeoutException(
                            Thread.currentThread().isInterrupted()
                                    ? "interrupted"
                                    : "nothing came for " + patienceMillis / 1000 + " s");
                }
                read = channel.read(buffer);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            selector.close();
            channel.close();
        }
    }
}
