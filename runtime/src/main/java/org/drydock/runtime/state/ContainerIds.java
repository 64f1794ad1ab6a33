package org.drydock.runtime.state;

import java.util.List;
import java.util.Optional;

/**
 * Finds the id of a container in the cgroup paths of its processes: the layouts of Docker, CRI runtimes, Podman,
 * containerd, LXC and libvirt.
 */
public final class ContainerIds {
    private static final int LENGTH = 64;

    /** What stands before an id, and what may follow it; the first that fits is taken. */
    private record Layout(String before, String after) {}

    private static final List<Layout> LAYOUTS = List.of(
            new Layout("/docker-", ".scope"),
            new Layout("/cri-containerd-", ".scope"),
            new Layout("/crio-", ".scope"),
            new Layout("/libpod-", ".scope"),
            new Layout("/libpod-", ".scope/container"),
            new Layout(":cri-containerd:", ""),
            new Layout("/crio-", ""),
            new Layout("/libpod-", ""),
            new Layout("/", ""));

    private ContainerIds() {}

    /** The full id that a cgroup path names; empty if it names none. */
    public static Optional<String> fullId(String cgroup) {
        for (Layout layout : LAYOUTS) {
            if (cgroup.endsWith(layout.after)) {
                String rest = cgroup.substring(0, cgroup.length() - layout.after.length());
                int at = rest.lastIndexOf(layout.before);
                String id = at < 0 ? "" : rest.substring(at + layout.before.length());
                if (id.length() == LENGTH && isHex(id)) {
                    return Optional.of(id);
                }
            }
        }
        return named(cgroup, "/lxc/")
                .or(() -> named(cgroup, "/lxc.payload/"))
                .or(() -> named(cgroup, "/lxc.payload."))
                .or(() -> libvirt(cgroup))
                .or(() -> plainContainerd(cgroup));
    }

    /** The id as fields show it: 12 characters of a long one. */
    public static String shortId(String fullId) {
        return fullId.length() == LENGTH && isHex(fullId) ? fullId.substring(0, 12) : fullId;
    }

    private static Optional<String> named(String cgroup, String before) {
        int at = cgroup.lastIndexOf(before);
        if (at < 0) {
            return Optional.empty();
        }
        String rest = cgroup.substring(at + before.length());
        String id = rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'));
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    private static Optional<String> libvirt(String cgroup) {
        if (cgroup.endsWith(".libvirt-lxc")) {
            String rest = cgroup.substring(cgroup.lastIndexOf('/') + 1);
            return Optional.of(rest.substring(0, rest.length() - ".libvirt-lxc".length()));
        }
        return Optional.empty();
    }

    /** {@code /NAMESPACE/ID}, whose id its user chose; systemd's own units look alike but for their endings. */
    private static Optional<String> plainContainerd(String cgroup) {
        int last = cgroup.lastIndexOf('/');
        if (last < 1
                || cgroup.indexOf('/') != 0
                || cgroup.indexOf('/', 1) != last
                || cgroup.endsWith(".service")
                || cgroup.endsWith(".slice")
                || cgroup.endsWith(".scope")) {
            return Optional.empty();
        }
        String id = cgroup.substring(last + 1);
        boolean valid = !id.isEmpty()
                && id.length() <= LENGTH
                && id.chars()
                        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'));
        return valid ? Optional.of(id) : Optional.empty();
    }

    private static boolean isHex(String id) {
        return id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
