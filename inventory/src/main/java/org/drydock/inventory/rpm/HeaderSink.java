package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;

/** Takes the package headers of a database, one after another. */
@FunctionalInterface
interface HeaderSink {
    /**
     * @param place where in the database it begins, as diagnostics name it
     * @param header big endian; cut short where the database is damaged; valid during the call only
     */
    void header(String place, ByteBuffer header);
}
