package org.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.core.DrydockException;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Inventory.Coverage;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.LayerFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BaseLayersTest {
    private static List<LayerFacts> layers(int... seeds) {
        List<LayerFacts> layers = new ArrayList<>();
        for (int seed : seeds) {
            layers.add(new LayerFacts(
                    layers.size(), new Digest("sha256", "%02x".formatted(seed).repeat(32)), null, "", 1, ""));
        }
        return layers;
    }

    private static ScanReport report(String config, int... seeds) {
        ImageFacts image = new ImageFacts(
                null, new Digest("sha256", "cc".repeat(32)), List.of(), "linux/amd64", "", layers(seeds), config, null);
        return ScanReport.ofInventory(
                "1",
                new ScanReport.Target("image", "app.tar", "app", image),
                new Inventory(null, List.of(), List.of(), List.of(), new Coverage(1, 0, 0, 0, 0)));
    }

    private static @Nullable BaseImage base(ScanReport report) {
        ImageFacts image = report.target().image();
        return image == null ? null : image.base();
    }

    @Test
    void theFirstLayersAreTheBase() {
        ScanReport told = new BaseLayers("base.tar", null).tell(report("", 1, 2, 3), _ -> layers(1, 2));
        assertThat(base(told)).isEqualTo(new BaseImage("base.tar", 2, "its layers are the image's first ones"));
    }

    @Test
    void anotherImageIsNotTheBase() {
        assertThatThrownBy(() -> new BaseLayers("base.tar", null).tell(report("", 1, 2), _ -> layers(1, 9)))
                .isInstanceOf(DrydockException.class)
                .hasMessageContaining("layer 1");
        assertThatThrownBy(() -> new BaseLayers("base.tar", null).tell(report("", 1), _ -> layers(1, 2)))
                .isInstanceOf(DrydockException.class);
    }

    @Test
    void aLabelNamesTheBaseButNotItsLayers() {
        ScanReport told = new BaseLayers("", null)
                .tell(
                        report("{\"config\":{\"Labels\":{\"org.opencontainers.image.base.name\":\"debian:12\"}}}", 1),
                        _ -> List.of());
        BaseImage base = base(told);
        assertThat(base).isNotNull().extracting(BaseImage::name).isEqualTo("debian:12");
        assertThat(Decisions.baseLayers(told)).isZero();
        assertThat(told.inventory().diagnostics()).extracting(Diagnostic::code).containsExactly("base-layers-unknown");
    }

    @Test
    void nothingIsKnownWithoutBoth() {
        assertThat(base(new BaseLayers("", null).tell(report("{}", 1), _ -> List.of())))
                .isNull();
    }
}
