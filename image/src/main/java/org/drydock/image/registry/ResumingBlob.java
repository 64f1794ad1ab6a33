package org.drydock.image.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * A blob as one stream, however often the connection breaks: each time it goes on from the byte that was reached. The
 * bytes are not verified here; whoever reads the blob does, against its digest.
 */
final class ResumingBlob extends InputStream {
    /** How often in a row a connection may break without a single byte. */
    private static final int MAX_IDLE_FAILURES = 5;

    private final Opener opener;
    private final long size;
    private final String name;
    private InputStream in;
    private long position;
    private int idleFailures;

    /** Opens the blob from a byte on. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens the stream.
         *
         * @param failures how often in a row it broke without progress; the higher, the longer to wait first
         */
        InputStream open(long from, int failures) throws IOException;
    }

    /**
     * Opens the blob.
     *
     * @param size in bytes, -1 if not known
     */
    ResumingBlob(Opener opener, long size, String name) throws IOException {
        this.opener = opener;
        this.size = size;
        this.name = name;
        this.in = opener.open(0, 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            try {
                int read = in.read(into, offset, length);
                if (read > 0) {
                    advance(read);
                    return read;
                }
                if (size < 0 || position >= size) {
                    return -1;
                }
                resume(new IOException("the connection ended after " + position + " of " + size + " bytes"));
            } catch (InterruptedIOException e) {
                throw e;
            } catch (TooLongException e) {
                throw e;
            } catch (IOException e) {
                resume(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void advance(int read) throws TooLongException {
        position += read;
        idleFailures = 0;
        if (size >= 0 && position > size) {
            throw new TooLongException(name + ": longer than the " + size + " bytes that the manifest states");
        }
    }

    private void resume(IOException cause) throws IOException {
        IOException last = cause;
        while (idleFailures < MAX_IDLE_FAILURES) {
            idleFailures++;
            try {
                in.close();
                in = opener.open(position, idleFailures);
                return;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (RegistryException e) {
                throw e;
            } catch (IOException e) {
                last = e;
            }
        }
        throw new IOException(
                name + ": broke off " + MAX_IDLE_FAILURES + " times at byte " + position + ": " + last.getMessage(),
                last);
    }

    /** The answer is longer than it may be: no reason to ask again. */
    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(String message) {
            super(message);
        }
    }
}
