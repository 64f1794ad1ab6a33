package org.drydock.runtime.event;

import java.util.LinkedHashMap;
import java.util.Map;

/** The names that bits and values of parameters have in conditions and alerts. */
public final class Vocabulary {
    private static final Map<String, Map<Long, String>> NAMES = Map.of(
            "open",
                    names("2048 O_LARGEFILE,1024 O_DIRECTORY,512 O_DIRECT,256 O_TRUNC,128 O_SYNC,64 O_NONBLOCK,"
                            + "32 O_EXCL,16 O_DSYNC,8 O_APPEND,4 O_CREAT,3 O_RDWR,2 O_WRONLY,1 O_RDONLY,4096 O_CLOEXEC,"
                            + "8192 O_TMPFILE,16384 O_F_CREATED,32768 FD_UPPER_LAYER,65536 FD_LOWER_LAYER"),
            "exec", names("1 EXE_WRITABLE,2 EXE_UPPER_LAYER,4 EXE_FROM_MEMFD,8 EXE_LOWER_LAYER"),
            "clone",
                    names("1 CLONE_FILES,2 CLONE_FS,4 CLONE_IO,8 CLONE_NEWIPC,16 CLONE_NEWNET,32 CLONE_NEWNS,"
                            + "64 CLONE_NEWPID,128 CLONE_NEWUTS,256 CLONE_PARENT,512 CLONE_PARENT_SETTID,"
                            + "1024 CLONE_PTRACE,2048 CLONE_SIGHAND,4096 CLONE_SYSVSEM,8192 CLONE_THREAD,"
                            + "16384 CLONE_UNTRACED,32768 CLONE_VM,65536 CLONE_INVERTED,131072 NAME_CHANGED,"
                            + "262144 CLOSED,524288 CLONE_NEWUSER,1048576 CLONE_CHILD_CLEARTID,"
                            + "2097152 CLONE_CHILD_SETTID,4194304 CLONE_SETTLS,8388608 CLONE_STOPPED,"
                            + "16777216 CLONE_VFORK,33554432 CLONE_NEWCGROUP,67108864 CLONE_CHILD_IN_PIDNS"),
            "mode",
                    names("1 S_IXOTH,2 S_IWOTH,4 S_IROTH,8 S_IXGRP,16 S_IWGRP,32 S_IRGRP,64 S_IXUSR,128 S_IWUSR,"
                            + "256 S_IRUSR,512 S_ISVTX,1024 S_ISGID,2048 S_ISUID"),
            "unlinkat", names("512 AT_REMOVEDIR"),
            "shutdown", names("0 SHUT_RD,1 SHUT_WR,2 SHUT_RDWR"),
            "family", names("0 AF_UNSPEC,1 AF_UNIX,2 AF_INET,10 AF_INET6,16 AF_NETLINK,17 AF_PACKET,38 AF_ALG"),
            "ptrace",
                    names("0 PTRACE_TRACEME,1 PTRACE_PEEKTEXT,2 PTRACE_PEEKDATA,3 PTRACE_PEEKUSR,4 PTRACE_POKETEXT,"
                            + "5 PTRACE_POKEDATA,6 PTRACE_POKEUSR,7 PTRACE_CONT,8 PTRACE_KILL,9 PTRACE_SINGLESTEP,"
                            + "10 PTRACE_ATTACH,11 PTRACE_DETACH,12 PTRACE_SYSCALL,13 PTRACE_SETOPTIONS,"
                            + "14 PTRACE_GETEVENTMSG,15 PTRACE_GETSIGINFO,16 PTRACE_SETSIGINFO,17 PTRACE_GETREGSET,"
                            + "18 PTRACE_SETREGSET,19 PTRACE_SEIZE,20 PTRACE_INTERRUPT,21 PTRACE_LISTEN"),
            "bpf",
                    names("0 BPF_MAP_CREATE,1 BPF_MAP_LOOKUP_ELEM,2 BPF_MAP_UPDATE_ELEM,3 BPF_MAP_DELETE_ELEM,"
                            + "4 BPF_MAP_GET_NEXT_KEY,5 BPF_PROG_LOAD,6 BPF_OBJ_PIN,7 BPF_OBJ_GET,8 BPF_PROG_ATTACH,"
                            + "9 BPF_PROG_DETACH"));

    private Vocabulary() {}

    private static Map<Long, String> names(String list) {
        Map<Long, String> names = new LinkedHashMap<>();
        for (String entry : list.split(",", -1)) {
            int blank = entry.indexOf(' ');
            names.put(Long.parseLong(entry.substring(0, blank)), entry.substring(blank + 1));
        }
        return names;
    }

    /** The name of one value; empty if it has none. */
    public static String name(String vocabulary, long value) {
        return NAMES.getOrDefault(vocabulary, Map.of()).getOrDefault(value, "");
    }

    /** The names of the bits that are set, {@code A|B}; "0" if none is known. */
    public static String flags(String vocabulary, long bits) {
        StringBuilder text = new StringBuilder();
        long left = bits;
        for (Map.Entry<Long, String> entry :
                NAMES.getOrDefault(vocabulary, Map.of()).entrySet()) {
            if ((left & entry.getKey()) == entry.getKey()) {
                text.append(text.isEmpty() ? "" : "|").append(entry.getValue());
                left &= ~entry.getKey();
            }
        }
        return text.isEmpty() ? "0" : text.toString();
    }
}
