package org.drydock.inventory;

import java.util.List;

/**
 * The distribution of a root file system, as {@code os-release} tells it.
 *
 * @param id lower case, for example {@code debian}, {@code almalinux}
 * @param idLike the families it says it belongs to, nearest first
 * @param versionId for example {@code 12}, {@code 3.11.0}; empty for rolling releases
 * @param codename for example {@code bookworm}, empty if not stated
 * @param prettyName for people
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/os-release.html">os-release(5)</a>
 */
public record Distro(String id, List<String> idLike, String versionId, String codename, String prettyName) {
    public Distro {
        idLike = List.copyOf(idLike);
    }
}
