package org.drydock.inventory.golang;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.drydock.inventory.executable.Bytes;

/** The formats of executables that Go writes for today's systems. */
enum ExecutableFormat {
    ELF {
        @Override
        boolean accepts(ByteBuffer head, long size) {
            return ElfFile.mayBeGo(head);
        }

        @Override
        LoadedImage load(ByteBuffer file) {
            return ElfFile.load(file);
        }
    },
    PE {
        @Override
        boolean accepts(ByteBuffer head, long size) {
            return PeFile.mayBeGo(head);
        }

        @Override
        LoadedImage load(ByteBuffer file) {
            return PeFile.load(file);
        }
    },
    MACH_O {
        @Override
        boolean accepts(ByteBuffer head, long size) {
            return MachOFile.mayBeGo(head);
        }

        @Override
        LoadedImage load(ByteBuffer file) {
            return MachOFile.load(file);
        }
    },
    UNIVERSAL_MACH_O {
        @Override
        boolean accepts(ByteBuffer head, long size) {
            return MachOFile.isUniversal(head, size);
        }

        @Override
        LoadedImage load(ByteBuffer file) {
            return MachOFile.loadFirstArchitecture(file);
        }
    };

    /** Whether it can be a Go binary, as far as the first bytes tell; a yes is cheap and may be wrong, a no is certain. */
    abstract boolean accepts(ByteBuffer head, long size);

    /** What the loader would map; no segments if the headers are broken. */
    abstract LoadedImage load(ByteBuffer file);

    /** The test that selects files. */
    static boolean mayBeGo(ByteBuffer head, long size) {
        return of(head).map(format -> format.accepts(head, size)).orElse(false);
    }

    static Optional<ExecutableFormat> of(ByteBuffer file) {
        Bytes head = Bytes.of(file);
        if (head.size() < Long.BYTES) {
            return Optional.empty();
        }
        return switch ((int) head.u32(0)) {
            case 0x7f454c46 -> Optional.of(ELF);
            case 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe -> Optional.of(MACH_O);
            case 0xcafebabe, 0xcafebabf -> Optional.of(UNIVERSAL_MACH_O);
            default -> head.u16(0) == 0x4d5a ? Optional.of(PE) : Optional.empty();
        };
    }
}
