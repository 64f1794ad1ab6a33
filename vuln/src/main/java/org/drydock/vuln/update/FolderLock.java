package org.drydock.vuln.update;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one at a time at a folder, among all processes. It ends with the process at latest. */
public final class FolderLock implements AutoCloseable {
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock inThisProcess;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(ReentrantLock inThisProcess, FileChannel channel, FileLock lock) {
        this.inThisProcess = inThisProcess;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits until no other is at work.
     *
     * @param folder made if it is not there
     * @param name of the file that is locked
     * @param onWait told, at most once, if there is another
     */
    public static FolderLock acquire(Path folder, String name, Runnable onWait) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.toRealPath().resolve(name);
        ReentrantLock local = IN_THIS_PROCESS.computeIfAbsent(file, _ -> new ReentrantLock());
        boolean waited = !local.tryLock();
        if (waited) {
            onWait.run();
            local.lock();
        }
        boolean locked = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    if (!waited) {
                        onWait.run();
                    }
                    lock = channel.lock();
                }
                locked = true;
                return new FolderLock(local, channel, lock);
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
