package org.drydock.vuln;

import java.util.Locale;
import java.util.Set;

/** What an advisory is about. It shows in the advisory's id alone. */
public enum AdvisoryKind {
    /** One vulnerability, which all ids of the record stand for. */
    VULNERABILITY,
    /** One update that mends several vulnerabilities, whose ids must not become names of each other. */
    ERRATUM,
    /**
     * A package that was published to do harm: what it is installed on must count as compromised.
     *
     * @see <a href="https://github.com/ossf/malicious-packages">Malicious Packages</a>
     */
    MALICIOUS_PACKAGE;

    private static final Set<String> ERRATA = Set.of(
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
            "photon",
            "phsa");

    /** The kind of the record of this id, for example {@code ALSA-2021:4511} is an erratum. */
    public static AdvisoryKind of(String id) {
        int hyphen = id.indexOf('-');
        String family = (hyphen < 0 ? id : id.substring(0, hyphen)).toLowerCase(Locale.ROOT);
        if (family.equals("mal")) {
            return MALICIOUS_PACKAGE;
        }
        return ERRATA.contains(family) || family.startsWith("alas") ? ERRATUM : VULNERABILITY;
    }
}
