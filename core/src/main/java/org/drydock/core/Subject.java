package org.drydock.core;

import java.util.List;

/** What a finding is about. */
public sealed interface Subject {
    /** One line that tells this subject from all others in a report. */
    String key();

    /** An image as a whole. */
    record ImageSubject(String reference) implements Subject {
        @Override
        public String key() {
            return "image:" + reference;
        }
    }

    /**
     * An installed package.
     *
     * @param type the package's ecosystem, for example {@code deb}
     * @param locations sorted, never empty
     */
    record PackageSubject(String type, String name, String version, Purl purl, List<Location> locations)
            implements Subject {
        public PackageSubject {
            locations = List.copyOf(locations);
        }

        @Override
        public String key() {
            return purl + " " + locations.getFirst().path();
        }
    }

    /** One file. */
    record FileSubject(Location location) implements Subject {
        @Override
        public String key() {
            return "file:" + location.path();
        }
    }
}
