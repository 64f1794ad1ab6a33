package org.drydock.inventory.dotnet;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Fragments;

class DotnetFuzzTest {
    private static final String[] PATHS = {
        "packages.lock.json", "project.assets.json", "packages.config", "Directory.Packages.props"
    };
    private static final String[] WORDS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "1",
        "\"a\"",
        "\"1.0\"",
        "\"name\":",
        "\"version\":",
        "\"dependencies\":",
        "\"targets\":",
        "\"resolved\":",
        "\"a/1.0\":",
        "\"type\":\"package\"",
        "<packages>",
        "<package id='a' version='1'/>",
        "<Project>",
        "<ItemGroup>",
        "<PackageVersion Include='a' Version='$(b)'/>",
        "</ItemGroup>",
        "</Project>",
        "<!DOCTYPE a [",
        "&b;",
        "<",
        ">"
    };

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);
        Cataloged.by(new NugetProjectCataloger(), path, Fragments.assemble(data, WORDS))
                .checked();
    }
}
