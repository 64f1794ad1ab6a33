package org.drydock.report;

import java.util.List;
import org.drydock.core.Comparison;
import org.drydock.core.Digest;
import org.drydock.core.Finding;
import org.drydock.core.Severity;
import org.drydock.core.SuppressedFinding;
import org.drydock.inventory.Inventory;
import org.jspecify.annotations.Nullable;

/**
 * Everything one scan has to say. The same target and the same data give an equal report.
 *
 * @param toolVersion Drydock's own version
 * @param target what was scanned
 * @param inventory what it holds
 * @param findings what is wrong, sorted by {@link Finding#BY_SUBJECT}
 * @param suppressed what is set aside, sorted the same way; it is not among {@code findings}
 * @param comparison what changed since a baseline, null if none was given
 * @param detectors which detectors ran, by the name their findings carry, sorted; empty if only the inventory was taken,
 *     so that no findings means nothing
 * @param data which advisory data was used, sorted by source
 * @param gate the severity that fails the scan, null if nothing does
 */
public record ScanReport(
        String toolVersion,
        Target target,
        Inventory inventory,
        List<Finding> findings,
        List<SuppressedFinding> suppressed,
        @Nullable Comparison comparison,
        List<String> detectors,
        List<DataSource> data,
        @Nullable Severity gate) {
    /** The detector of known vulnerabilities. */
    public static final String VULNERABILITY = "vulnerability";

    public ScanReport {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        detectors = List.copyOf(detectors);
        data = List.copyOf(data);
    }

    /** The report of a scan for known vulnerabilities. */
    public ScanReport(
            String toolVersion,
            Target target,
            Inventory inventory,
            List<Finding> findings,
            List<DataSource> data,
            @Nullable Severity gate) {
        this(toolVersion, target, inventory, findings, List.of(), null, List.of(VULNERABILITY), data, gate);
    }

    /** The report of a target whose inventory was taken and nothing else. */
    public static ScanReport ofInventory(String toolVersion, Target target, Inventory inventory) {
        return new ScanReport(toolVersion, target, inventory, List.of(), List.of(), null, List.of(), List.of(), null);
    }

    /** This report with some findings set aside: {@code findings} are those that stay. */
    public ScanReport withSuppressed(List<Finding> findings, List<SuppressedFinding> suppressed) {
        return new ScanReport(toolVersion, target, inventory, findings, suppressed, comparison, detectors, data, gate);
    }

    /** This report beside an earlier state. */
    public ScanReport withComparison(Comparison comparison) {
        return new ScanReport(toolVersion, target, inventory, findings, suppressed, comparison, detectors, data, gate);
    }

    /** Whether there is a baseline, and it does not have this finding. */
    public boolean isNew(Finding finding) {
        return comparison != null && comparison.isNew(finding);
    }

    /** Whether known vulnerabilities were looked for. */
    public boolean vulnerabilitiesExamined() {
        return detectors.contains(VULNERABILITY);
    }

    /**
     * What was scanned.
     *
     * @param kind {@code image}, {@code directory}, {@code host} or {@code package-list}
     * @param reference as the user wrote it
     * @param name the image's name or the path, for people
     * @param image facts of the image, null for directories and hosts
     */
    public record Target(
            String kind,
            String reference,
            String name,
            @Nullable ImageFacts image) {}

    /**
     * Facts of an image.
     *
     * @param manifestDigest null if the source has no manifest (docker-archive)
     * @param configDigest the image id
     * @param platform for example {@code linux/arm64/v8}
     * @param created as the configuration states it, empty if not
     * @param layers base first
     * @param config the image configuration as JSON text, as it stands in the image
     * @param base the image it was built on, null if that is not known
     */
    public record ImageFacts(
            @Nullable Digest manifestDigest,
            Digest configDigest,
            List<String> tags,
            String platform,
            String created,
            List<LayerFacts> layers,
            String config,
            @Nullable BaseImage base) {
        public ImageFacts {
            tags = List.copyOf(tags);
            layers = List.copyOf(layers);
        }
    }

    /**
     * The image that another one was built on.
     *
     * @param name as it is known, empty if only its layers are
     * @param layers how many of the image's layers are its own, from the first on
     * @param evidence how that is known, in a few words
     */
    public record BaseImage(String name, int layers, String evidence) {}

    /**
     * Facts of one layer.
     *
     * @param digest of the compressed blob, null if the source does not state one
     * @param size of the blob in bytes
     */
    public record LayerFacts(
            int index, Digest diffId, @Nullable Digest digest, String mediaType, long size, String createdBy) {}

    /**
     * A data set that matching could use.
     *
     * @param source for example {@code debian-tracker}
     * @param namespaces those of it that this scan asked
     * @param date the newest date in the data, {@code YYYY-MM-DD}; empty if it states none
     * @param records how many records it holds
     * @param starter whether it is the small set that comes with the program
     */
    public record DataSource(String source, List<String> namespaces, String date, long records, boolean starter) {
        public DataSource {
            namespaces = List.copyOf(namespaces);
        }
    }
}
