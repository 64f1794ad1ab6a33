package org.drydock.inventory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.image.ScratchSpace;

/**
 * A file that a cataloger selected, with its content. It is valid during the call only: the content's memory is used
 * again for the next file.
 *
 * @param content the whole file, read only, big endian, position 0; each reader takes its own {@code duplicate()}
 * @param scratch where a parser may lay down what it must unpack to seek in
 */
public record CandidateFile(ImagePath path, ByteBuffer content, Limits limits, ScratchSpace scratch) {
    /** The content's size in bytes. */
    public int size() {
        return content.limit();
    }

    /** The content as UTF-8 text; malformed bytes become U+FFFD. */
    public String text() {
        return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
    }
}
