package org.drydock.image.walk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.drydock.image.EntryContent;

/** Content that comes from a stream, with a look ahead. One object serves all entries of a walk. */
public final class StreamContent extends InputStream implements EntryContent {
    private byte[] head = new byte[4096];
    private int headPosition;
    private int headLimit;
    private InputStream in = InputStream.nullInputStream();

    /** Goes on to the content of another entry. */
    public StreamContent of(InputStream next) {
        in = next;
        headPosition = 0;
        headLimit = 0;
        return this;
    }

    @Override
    public ByteBuffer head(int bytes) throws IOException {
        if (head.length < bytes) {
            head = Arrays.copyOf(head, bytes);
        }
        if (headLimit < bytes) {
            headLimit += in.readNBytes(head, headLimit, bytes - headLimit);
        }
        return ByteBuffer.wrap(head, 0, Math.min(bytes, headLimit)).slice().asReadOnlyBuffer();
    }

    @Override
    public InputStream stream() {
        return this;
    }

    @Override
    public int read() throws IOException {
        return headPosition < headLimit ? head[headPosition++] & 0xff : in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int ahead = Math.min(length, headLimit - headPosition);
        if (ahead <= 0) {
            return in.read(into, offset, length);
        }
        System.arraycopy(head, headPosition, into, offset, ahead);
        headPosition += ahead;
        return ahead;
    }
}
