package org.drydock.report.table;

import java.util.stream.Collectors;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Inventory.Coverage;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport;
import org.drydock.report.ScanReport.BaseImage;
import org.drydock.report.ScanReport.ImageFacts;
import org.drydock.report.ScanReport.Target;
import org.drydock.report.Summary;
import org.jspecify.annotations.Nullable;

/** What was scanned, and how much of it was looked at. */
final class HeaderView {
    private static final int LABELS = 10;

    private final Page page;

    HeaderView(Page page) {
        this.page = page;
    }

    void print(ScanReport report, Summary summary) {
        Target target = report.target();
        String name = page.clean(target.name());
        page.line(page.paint(page.fit(name, page.width(), true), Ink.BOLD));
        if (!target.reference().equals(target.name())) {
            page.labelled("target", LABELS, target.reference());
        }
        ImageFacts image = target.image();
        if (image != null) {
            page.labelled("platform", LABELS, image.platform());
            page.labelled(
                    "image",
                    LABELS,
                    image.configDigest().algorithm() + ":"
                            + image.configDigest().shortHex());
            base(image.base());
        }
        page.labelled("distro", LABELS, distro(report.inventory().distro()));
        page.labelled("packages", LABELS, packages(summary));
        page.labelled("examined", LABELS, examined(report.inventory().coverage(), image != null));
    }

    private void base(@Nullable BaseImage base) {
        if (base != null) {
            String name = base.name().isEmpty() ? "unnamed" : base.name();
            String layers = "the first " + Quantity.count(base.layers(), "layer");
            page.labelled("base", LABELS, name + " (" + layers + "; " + base.evidence() + ")");
        }
    }

    private static String distro(@Nullable Distro distro) {
        if (distro == null) {
            return "none found";
        }
        return distro.prettyName().isEmpty() ? (distro.id() + " " + distro.versionId()).strip() : distro.prettyName();
    }

    private static String packages(Summary summary) {
        String types = summary.packages().entrySet().stream()
                .map(e -> Quantity.number(e.getValue()) + " " + e.getKey().word())
                .collect(Collectors.joining(", "));
        return switch (summary.packages().size()) {
            case 0 -> "none found";
            case 1 -> types;
            default -> Quantity.number(summary.allPackages()) + ": " + types;
        };
    }

    private static String examined(Coverage coverage, boolean layered) {
        StringBuilder text = new StringBuilder(Quantity.count(coverage.files(), "file"))
                .append(" (")
                .append(Quantity.bytes(coverage.bytes()))
                .append(')');
        if (layered) {
            text.append(" in ").append(Quantity.count(coverage.layers(), "layer"));
            if (coverage.cachedLayers() > 0) {
                text.append(", ").append(coverage.cachedLayers()).append(" of them cached");
            }
        }
        return text.append("; ")
                .append(Quantity.count(coverage.catalogedFiles(), "file"))
                .append(" read for packages")
                .toString();
    }
}
