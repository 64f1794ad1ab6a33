package org.drydock.inventory.jvm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class PomFuzzTest {
    private static final String[] PATHS = {"pom.xml"};
    private static final String[] WORDS = {
        "<project>",
        "</project>",
        "<properties><a>${b}</a><b>${a}</b></properties>",
        "<dependencies>",
        "</dependencies>",
        "<dependency>",
        "</dependency>",
        "<groupId>g</groupId>",
        "<artifactId>a</artifactId>",
        "<version>${a}</version>",
        "<version>1</version>",
        "<!DOCTYPE a [",
        "&a;",
        "<![CDATA[",
        "]]>",
        "<",
        ">"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new PomCataloger(), path, Fragments.assemble(data, WORDS)).checked();
    }
}
