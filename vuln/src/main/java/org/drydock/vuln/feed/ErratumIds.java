package org.drydock.vuln.feed;

import java.util.Locale;
import java.util.Set;

/**
 * Tells the ids of errata from the ids of vulnerabilities. An erratum is one update that mends several vulnerabilities,
 * so their ids must not become names of each other.
 */
public final class ErratumIds {
    private static final Set<String> FAMILIES = Set.of(
            "rhsa",
            "rhba",
            "rhea",
            "alsa",
            "alba",
            "alea",
            "rlsa",
            "rlba",
            "rlea",
            "rxsa",
            "elsa",
            "elba",
            "elea",
            "cesa",
            "ceba",
            "ceea",
            "alas",
            "alas2",
            "alas2022",
            "alas2023",
            "alaskernel",
            "usn",
            "lsn",
            "dsa",
            "dla",
            "dtsa",
            "ela",
            "suse",
            "opensuse",
            "fedora",
            "mgasa",
            "glsa",
            "asa",
            "oesa",
            "openeuler",
            "ssa",
            "tlsa",
            "vmsa",
            "photon");

    private ErratumIds() {}

    /** Whether {@code id} names an erratum, for example {@code ALSA-2021:4511}, {@code USN-6000-1}. */
    public static boolean isErratum(String id) {
        return FAMILIES.contains(family(id));
    }

    /** The part before the first hyphen, in lower case. */
    static String family(String id) {
        int hyphen = id.indexOf('-');
        return (hyphen < 0 ? id : id.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }
}
