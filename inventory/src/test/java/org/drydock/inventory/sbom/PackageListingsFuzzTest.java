package org.drydock.inventory.sbom;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.drydock.image.PackageListing;
import org.drydock.image.PackageListing.Kind;

class PackageListingsFuzzTest {
    private static final String[] BEGINNINGS = {
        "",
        "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"library\",\"purl\":\"pkg:",
        "<bom xmlns='http://cyclonedx.org/schema/bom/1.4'><components><component>",
        "{\"spdxVersion\":\"SPDX-2.3\",\"packages\":[{",
        "SPDXVersion: SPDX-2.3\nPackageName: ",
        "{\"descriptor\":{},\"artifacts\":[{"
    };

    @FuzzTest
    void anyDocumentIsReadOrRefused(FuzzedDataProvider data) {
        Kind kind = data.pickValue(Kind.values());
        String text = data.pickValue(BEGINNINGS) + data.consumeRemainingAsString();
        try {
            PackageListings.read(new PackageListing("x", kind, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
        } catch (SbomException e) {
            // the only thing that may be thrown
        }
    }
}
