package org.drydock.inventory.rpm;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The formats, each in several layouts: what all of them must do is tested with all of them. */
enum DatabaseFormat {
    SQLITE_512,
    SQLITE_512_RESERVED,
    SQLITE_4096,
    SQLITE_4096_RESERVED_UTF16,
    SQLITE_65536,
    NDB,
    BERKELEY_LITTLE_512,
    BERKELEY_LITTLE_4096,
    BERKELEY_BIG_4096,
    BERKELEY_BIG_65536;

    byte[] build(List<byte[]> headers) {
        return switch (this) {
            case SQLITE_512 -> new SqliteBuilder(512, 0).build(headers);
            case SQLITE_512_RESERVED -> new SqliteBuilder(512, 32).build(headers);
            case SQLITE_4096 -> new SqliteBuilder(4096, 0).build(headers);
            case SQLITE_4096_RESERVED_UTF16 -> new SqliteBuilder(4096, 255, StandardCharsets.UTF_16BE).build(headers);
            case SQLITE_65536 -> new SqliteBuilder(65536, 0, StandardCharsets.UTF_16LE).build(headers);
            case NDB -> new NdbBuilder().build(headers);
            case BERKELEY_LITTLE_512 -> new BerkeleyBuilder(ByteOrder.LITTLE_ENDIAN, 512).build(headers);
            case BERKELEY_LITTLE_4096 -> new BerkeleyBuilder(ByteOrder.LITTLE_ENDIAN, 4096).build(headers);
            case BERKELEY_BIG_4096 -> new BerkeleyBuilder(ByteOrder.BIG_ENDIAN, 4096).build(headers);
            case BERKELEY_BIG_65536 -> new BerkeleyBuilder(ByteOrder.BIG_ENDIAN, 65536).build(headers);
        };
    }
}
