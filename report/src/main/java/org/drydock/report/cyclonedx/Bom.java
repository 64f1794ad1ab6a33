package org.drydock.report.cyclonedx;

import java.util.List;
import org.drydock.core.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A CycloneDX 1.6 document, as both of its notations carry it. An empty text or list is left out.
 *
 * @param toolVersion Drydock's own version
 * @param dependencies of those components of which a file says what they need
 * @param incomplete whether something of the target was not examined
 * @param vulnerabilities null if nobody looked for them
 */
record Bom(
        String toolVersion,
        Component target,
        List<Component> components,
        List<Dependency> dependencies,
        boolean incomplete,
        @Nullable List<Vulnerability> vulnerabilities) {
    /** The {@code $schema} of the notation in JSON. */
    static final String JSON_SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json";

    /** The namespace of the notation in XML. */
    static final String XML_NAMESPACE = "http://cyclonedx.org/schema/bom/1.6";

    static final String SPEC_VERSION = "1.6";

    Bom {
        components = List.copyOf(components);
        dependencies = List.copyOf(dependencies);
        vulnerabilities = vulnerabilities == null ? null : List.copyOf(vulnerabilities);
    }

    /** The components that a component needs directly, all by their {@code bom-ref}. */
    record Dependency(String ref, List<String> needs) {
        Dependency {
            needs = List.copyOf(needs);
        }
    }

    /** A property of our own; one with an empty value is left out. */
    record Property(String name, String value) {}

    /**
     * What is there.
     *
     * @param sha1 40 hex digits, or empty
     * @param licences ids of SPDX, expressions or other words
     * @param occurrences paths
     */
    record Component(
            String type,
            String ref,
            String group,
            String name,
            String version,
            String description,
            String sha1,
            List<String> licences,
            String purl,
            List<Property> properties,
            List<String> occurrences) {
        Component {
            licences = List.copyOf(licences);
            properties = properties.stream().filter(p -> !p.value().isEmpty()).toList();
            occurrences = List.copyOf(occurrences);
        }

        /** One that stands for something larger than a package. */
        Component(
                String type,
                String ref,
                String name,
                String version,
                String description,
                String purl,
                List<Property> properties) {
            this(type, ref, "", name, version, description, "", List.of(), purl, properties, List.of());
        }
    }

    /** An id under which a publisher knows a vulnerability, and where to read on. */
    record Reference(String id, String publisher, String address) {}

    /**
     * How bad it is in somebody's words.
     *
     * @param source who says so, empty if nobody is named
     * @param score null if it is only a word
     * @param vector empty without a score
     */
    record Rating(String source, @Nullable Double score, String severity, String method, String vector) {}

    /**
     * What has been found out beyond "affected".
     *
     * @param state a word of CycloneDX, as are the justification and the responses
     */
    record Analysis(String state, String justification, List<String> responses, String detail) {
        static final Analysis NONE = new Analysis("", "", List.of(), "");

        Analysis {
            responses = List.copyOf(responses);
        }
    }

    /**
     * A component that a vulnerability is about.
     *
     * @param version of the component, empty if it cannot be told
     * @param fixedVersions others that are not affected
     */
    record Affected(String ref, String version, boolean affected, List<String> fixedVersions) {
        Affected {
            fixedVersions = List.copyOf(fixedVersions);
        }
    }

    /**
     * A vulnerability with all components of which the same is to be said.
     *
     * @param name as its main publisher knows it
     * @param cwes numbers
     */
    record Vulnerability(
            String ref,
            Reference name,
            List<Reference> references,
            List<Rating> ratings,
            List<Integer> cwes,
            String description,
            List<String> advisories,
            Analysis analysis,
            List<Affected> affects,
            List<Property> properties) {
        Vulnerability {
            references = List.copyOf(references);
            ratings = List.copyOf(ratings);
            cwes = List.copyOf(cwes);
            advisories = List.copyOf(advisories);
            affects = List.copyOf(affects);
            properties = properties.stream().filter(p -> !p.value().isEmpty()).toList();
        }
    }

    /** CycloneDX's word for a severity. */
    static String word(Severity severity) {
        return switch (severity) {
            case UNKNOWN -> "unknown";
            case NEGLIGIBLE -> "info";
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
            case CRITICAL -> "critical";
        };
    }
}
