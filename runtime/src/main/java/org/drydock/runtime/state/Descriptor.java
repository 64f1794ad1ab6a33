package org.drydock.runtime.state;

import org.jspecify.annotations.Nullable;

/** An open file, socket, pipe or other thing that a process reaches by a number. */
public final class Descriptor {
    /** What a descriptor stands for. */
    public enum Kind {
        FILE('f', "file"),
        DIRECTORY('d', "directory"),
        IPV4('4', "ipv4"),
        IPV6('6', "ipv6"),
        UNIX('u', "unix"),
        PIPE('p', "pipe"),
        EVENT('e', "event"),
        SIGNAL('s', "signalfd"),
        EVENT_POLL('l', "eventpoll"),
        INOTIFY('i', "inotify"),
        TIMER('t', "timerfd"),
        NETLINK('n', "netlink"),
        BPF('b', "bpf"),
        USERFAULT('u', "userfaultfd"),
        IO_URING('r', "io_uring"),
        MEMFD('m', "memfd"),
        PIDFD('P', "pidfd"),
        OTHER('o', "unknown");

        private final String character;
        private final String label;

        Kind(char character, String label) {
            this.character = String.valueOf(character);
            this.label = label;
        }

        /** The one letter of {@code fd.typechar}. */
        public String character() {
            return character;
        }

        /** The word of {@code fd.type}. */
        public String label() {
            return label;
        }
    }

    public final Kind kind;
    public @Nullable String name;
    public @Nullable String rawName;
    public @Nullable Address clientAddress;
    public @Nullable Address serverAddress;
    public int clientPort;
    public int serverPort;
    /** {@code tcp}, {@code udp}, {@code icmp} or {@code raw}; null where there is none. */
    public @Nullable String protocol;
    /** Whether this end is the server's; null if that is not known. */
    public @Nullable Boolean server;

    public boolean connected;
    public boolean nameChanged;
    public long flags = Process.UNKNOWN;
    public long device = Process.UNKNOWN;
    public long inode = Process.UNKNOWN;

    private @Nullable String split;
    private @Nullable String directory;
    private @Nullable String fileName;

    public Descriptor(Kind kind) {
        this.kind = kind;
    }

    /** A copy, which changes for itself. */
    public Descriptor copy() {
        Descriptor copy = new Descriptor(kind);
        copy.name = name;
        copy.rawName = rawName;
        copy.clientAddress = clientAddress;
        copy.serverAddress = serverAddress;
        copy.clientPort = clientPort;
        copy.serverPort = serverPort;
        copy.protocol = protocol;
        copy.server = server;
        copy.connected = connected;
        copy.nameChanged = nameChanged;
        copy.flags = flags;
        copy.device = device;
        copy.inode = inode;
        return copy;
    }

    /** The folder that a file lies in, a directory's own path; null for anything else. */
    public @Nullable String directory() {
        split();
        return directory;
    }

    /** A file's name without its folder; null for anything else. */
    public @Nullable String fileName() {
        split();
        return fileName;
    }

    private void split() {
        String path = name;
        if (path == null || path.equals(split)) {
            return;
        }
        split = path;
        int slash = path.lastIndexOf('/');
        if (kind == Kind.DIRECTORY) {
            directory = path;
        } else if (kind == Kind.FILE) {
            directory = slash < 0 ? "" : slash == 0 ? "/" : path.substring(0, slash);
            fileName = path.substring(slash + 1);
        }
    }

    /** Whether it is a socket of the Internet's protocols. */
    public boolean isInternet() {
        return kind == Kind.IPV4 || kind == Kind.IPV6;
    }
}
