package org.drydock.vuln.store;

import java.util.zip.CRC32C;

/**
 * A block as it lies in a segment.
 *
 * @param written empty if it has no versions
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from file to file
record PackedBlock(byte[] facts, int factsUnpacked, byte[] written, int writtenUnpacked) {
    int factsCrc() {
        return crc(facts);
    }

    int writtenCrc() {
        return crc(written);
    }

    static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
