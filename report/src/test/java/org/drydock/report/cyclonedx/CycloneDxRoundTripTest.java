package org.drydock.report.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.drydock.image.PackageListing;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.sbom.PackageListings;
import org.drydock.report.ReportWriter;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.drydock.report.spdx.SpdxWriter;
import org.junit.jupiter.api.Test;

/** What is written can be scanned like the target it was written of. */
class CycloneDxRoundTripTest {
    private static Inventory written(ReportWriter writer, ScanReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return PackageListings.read(
                new PackageListing("bom", PackageListing.Kind.SBOM, ByteBuffer.wrap(out.toByteArray())));
    }

    @Test
    void theSamePackagesComeBack() throws IOException {
        ScanReport report = SampleReport.report();
        for (ReportWriter writer : List.of(new CycloneDxJsonWriter(), new CycloneDxXmlWriter())) {
            Inventory read = written(writer, report);
            assertThat(read.packages()).isEqualTo(report.inventory().packages());
            assertThat(read.distro()).isEqualTo(report.inventory().distro());
        }
    }

    /** SPDX has no place for layers, owners and what only one kind of package has. */
    @Test
    void whatMatchingNeedsComesBackFromSpdx() throws IOException {
        ScanReport report = SampleReport.report();
        Inventory read = written(new SpdxWriter(), report);
        assertThat(read.packages())
                .extracting(Package::purl, Package::name, Package::version, Package::source)
                .containsExactlyElementsOf(report.inventory().packages().stream()
                        .map(p -> tuple(p.purl(), p.name(), p.version(), p.source()))
                        .toList());
    }
}
