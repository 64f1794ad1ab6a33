package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestTest {
    private static final Manifest MANIFEST = new Manifest(List.of(
            entry("z/b", List.of()), entry("a", List.of("debian:12", "red hat:\t8%")), entry("kev", List.of("x"))));

    @Test
    void readsWhatItWrote() {
        Manifest read = Manifest.parse(MANIFEST.text(), "CURRENT");

        assertThat(read).isEqualTo(MANIFEST);
        assertThat(read.entries()).extracting(Manifest.Entry::source).containsExactly("a", "kev", "z/b");
        assertThat(Manifest.parse(new Manifest(List.of()).text(), "CURRENT").entries())
                .isEmpty();
    }

    @Test
    void noticesEveryChange() {
        String text = MANIFEST.text();
        for (int i = "drydock-advisory-store\t3\n".length(); i < text.length(); i++) {
            String changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
            assertThatThrownBy(() -> Manifest.parse(changed, "CURRENT"))
                    .as("character %d", i)
                    .isInstanceOf(DamagedStoreException.class)
                    .hasMessageContaining("CURRENT");
        }
        for (int i = 0; i < text.length(); i++) {
            String cut = text.substring(0, i);
            assertThatThrownBy(() -> Manifest.parse(cut, "CURRENT")).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void knowsAnotherVersionFromDamage() {
        assertThatThrownBy(() -> Manifest.parse("drydock-advisory-store\t1\nwhatever\n", "CURRENT"))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("another version");
    }

    @Test
    void anEmptyFolderHasNone(@TempDir Path folder) {
        assertThat(Manifest.read(folder)).isEmpty();
    }

    private static Manifest.Entry entry(String source, List<String> namespaces) {
        SourceStatus status = new SourceStatus(source, "osv", namespaces, 3, "2024-01-01", "fü le\n.zip");
        return new Manifest.Entry(source.replace('/', '-') + ".segment", 77, new SegmentSummary(status, 5, 1, 2, 3, 4));
    }
}
