package org.drydock.vuln.match;

import java.util.Map;

/**
 * Under which vendor and product the CPE dictionary has a distribution's source package. Only names that are known are
 * here: one that is guessed finds other people's products.
 *
 * @see <a href="https://nvd.nist.gov/products/cpe">The CPE dictionary</a>
 */
final class CpeNames {
    private static final Map<String, String> PRODUCTS = Map.ofEntries(
            Map.entry("apache2", "apache:http_server"),
            Map.entry("bash", "gnu:bash"),
            Map.entry("bind", "isc:bind"),
            Map.entry("busybox", "busybox:busybox"),
            Map.entry("bzip2", "bzip:bzip2"),
            Map.entry("curl", "haxx:curl"),
            Map.entry("expat", "libexpat_project:libexpat"),
            Map.entry("freetype", "freetype:freetype"),
            Map.entry("git", "git-scm:git"),
            Map.entry("gnutls", "gnu:gnutls"),
            Map.entry("haproxy", "haproxy:haproxy"),
            Map.entry("krb5", "mit:kerberos_5"),
            Map.entry("libarchive", "libarchive:libarchive"),
            Map.entry("libssh2", "libssh2:libssh2"),
            Map.entry("libxml2", "xmlsoft:libxml2"),
            Map.entry("libxslt", "xmlsoft:libxslt"),
            Map.entry("mariadb", "mariadb:mariadb"),
            Map.entry("memcached", "memcached:memcached"),
            Map.entry("musl", "musl-libc:musl"),
            Map.entry("ncurses", "gnu:ncurses"),
            Map.entry("nginx", "f5:nginx"),
            Map.entry("nodejs", "nodejs:node.js"),
            Map.entry("openssh", "openbsd:openssh"),
            Map.entry("openssl", "openssl:openssl"),
            Map.entry("perl", "perl:perl"),
            Map.entry("postgresql", "postgresql:postgresql"),
            Map.entry("python3", "python:python"),
            Map.entry("redis", "redis:redis"),
            Map.entry("ruby", "ruby-lang:ruby"),
            Map.entry("sqlite", "sqlite:sqlite"),
            Map.entry("sudo", "sudo_project:sudo"),
            Map.entry("tar", "gnu:tar"),
            Map.entry("tiff", "libtiff:libtiff"),
            Map.entry("vim", "vim:vim"),
            Map.entry("wget", "gnu:wget"),
            Map.entry("xz", "tukaani:xz"),
            Map.entry("zlib", "zlib:zlib"));

    private CpeNames() {}

    /** {@code vendor:product}; empty if it is not known. */
    static String of(String sourceName) {
        return PRODUCTS.getOrDefault(sourceName, "");
    }

    /** The upstream version in that of an apk: without its {@code -rN}. */
    static String upstreamOfApk(String version) {
        int revision = version.lastIndexOf("-r");
        return revision < 0 ? version : version.substring(0, revision);
    }
}
