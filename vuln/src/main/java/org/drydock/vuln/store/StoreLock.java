package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one writer at a time at a store, among all processes. Readers need no lock. It ends with the process at latest. */
final class StoreLock implements AutoCloseable {
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock inThisProcess;
    private final FileChannel channel;
    private final FileLock lock;

    private StoreLock(ReentrantLock inThisProcess, FileChannel channel, FileLock lock) {
        this.inThisProcess = inThisProcess;
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits until no other writer is at work. */
    static StoreLock acquire(Path folder) throws IOException {
        ReentrantLock local = IN_THIS_PROCESS.computeIfAbsent(folder.toRealPath(), _ -> new ReentrantLock());
        local.lock();
        boolean locked = false;
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve(StoreFiles.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                StoreLock lock = new StoreLock(local, channel, channel.lock());
                locked = true;
                return lock;
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        } finally {
            if (!locked) {
                local.unlock();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            inThisProcess.unlock();
        }
    }
}
