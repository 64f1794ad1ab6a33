package org.drydock.inventory.dpkg;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;

class StatusFuzzTest {
    @FuzzTest
    void fuzz(byte[] file) {
        DpkgCataloger dpkg = new DpkgCataloger();
        Cataloged.by(dpkg, "var/lib/dpkg/status", file).checked();
        Cataloged.by(dpkg, "var/lib/dpkg/status.d/a", file).checked();
        Cataloged.by(dpkg, "var/lib/dpkg/info/a.list", file).checked();
        Cataloged.by(dpkg, "var/lib/dpkg/info/a.md5sums", file).checked();
    }
}
