package org.drydock.inventory.distro;

import java.util.Optional;
import org.drydock.core.ImagePath;

/**
 * The files that name a distribution, the most reliable first. Oracle Linux and others keep a {@code redhat-release}
 * that names Red Hat, and Debian's descendants a {@code debian_version}: those come late.
 */
enum ReleaseFile {
    OS_RELEASE("etc/os-release"),
    USR_OS_RELEASE("usr/lib/os-release"),
    ALPINE("etc/alpine-release"),
    LSB("etc/lsb-release"),
    ORACLE("etc/oracle-release"),
    CENTOS("etc/centos-release"),
    FEDORA("etc/fedora-release"),
    SUSE("etc/SuSE-release"),
    REDHAT("etc/redhat-release"),
    SYSTEM("etc/system-release"),
    DEBIAN("etc/debian_version");

    private final String path;

    ReleaseFile(String path) {
        this.path = path;
    }

    static Optional<ReleaseFile> of(ImagePath path) {
        for (ReleaseFile file : values()) {
            if (file.path.equals(path.value())) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    boolean isOsRelease() {
        return this == OS_RELEASE || this == USR_OS_RELEASE;
    }

    String path() {
        return path;
    }
}
