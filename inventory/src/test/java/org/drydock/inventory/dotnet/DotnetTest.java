package org.drydock.inventory.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotnetTest {
    @Test
    void deployedPackagesAreListedWithWhatTheyNeed() {
        assertThat(Listed.by(new DepsJsonCataloger(), "app/app.deps.json", """
            {"runtimeTarget":{"name":".NETCoreApp,Version=v6.0"},
             "targets":{".NETCoreApp,Version=v6.0":{
               "app/1.0.0":{"dependencies":{"A":"1.0.0"},"runtime":{"app.dll":{}}},
               "A/1.0.0":{"dependencies":{"B":"2.0.0"},"runtime":{"lib/a.dll":{}}},
               "B/2.0.0":{"runtimeTargets":{"x":{}}},
               "Meta/3.0.0":{"dependencies":{"A":"1.0.0"}},
               "Reference/4.0.0":{"compile":{"ref/a.dll":{}}}}},
             "libraries":{
               "app/1.0.0":{"type":"project"},
               "A/1.0.0":{"type":"package"},"B/2.0.0":{"type":"package"},
               "Meta/3.0.0":{"type":"package"},"Reference/4.0.0":{"type":"package"},
               "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/6.0.1":{"type":"runtimepack"}}}\
            """))
                .containsExactly(
                        "A 1.0.0 > B 2.0.0",
                        "B 2.0.0",
                        "Meta 3.0.0 > A 1.0.0",
                        "Reference 4.0.0 dev",
                        "Microsoft.NETCore.App.Runtime.linux-x64 6.0.1");
    }

    @Test
    void lockFilesListPackagesForEachFramework() {
        assertThat(Listed.by(new NugetProjectCataloger(), "packages.lock.json", """
            {"version":1,"dependencies":{
              "net6.0":{"A":{"type":"Direct","resolved":"1.0.0","dependencies":{"B":"[2.0.0, )"}},
                        "B":{"type":"Transitive","resolved":"2.1.0"},"mine":{"type":"Project"}},
              "net8.0":{"A":{"type":"Direct","resolved":"1.0.0"}}}}\
            """))
                .containsExactly("A 1.0.0 > B 2.1.0", "B 2.1.0");
    }

    @Test
    void restoredAssetsAreListed() {
        assertThat(Listed.by(new NugetProjectCataloger(), "obj/project.assets.json", """
            {"version":3,"targets":{"net6.0":{
              "A/1.0.0":{"type":"package","dependencies":{"B":"2.0.0"}},
              "B/2.1.0":{"type":"package"},"mine/1.0.0":{"type":"project"}}}}\
            """))
                .containsExactly("A 1.0.0 > B 2.1.0", "B 2.1.0");
    }

    @Test
    void packagesConfigMarksDevelopment() {
        assertThat(Listed.by(new NugetProjectCataloger(), "packages.config", """
            \uFEFF<?xml version="1.0" encoding="utf-8"?>
            <packages>
              <package id="A" version="1.0.0" targetFramework="net48"/>
              <package id="B" version="2.0.0" developmentDependency="true"/>
            </packages>\
            """))
                .containsExactly("A 1.0.0", "B 2.0.0 dev");
    }

    @Test
    void centralVersionsMayBeProperties() {
        Cataloged said = Cataloged.by(new NugetProjectCataloger(), "Directory.Packages.props", """
            <Project>
              <PropertyGroup><AVersion>1.0.0</AVersion></PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="A" Version="$(AVersion)"/>
                <PackageVersion Include="B"><Version>[2.0.0,3.0.0)</Version></PackageVersion>
                <PackageVersion Include="C" Version="$(Elsewhere)"/>
                <PackageVersion Include="D" Version="4.*"/>
                <GlobalPackageReference Include="E" Version="5.0.0"/>
              </ItemGroup>
            </Project>\
            """);
        assertThat(Listed.of(said)).containsExactly("A 1.0.0", "B 2.0.0", "E 5.0.0 dev");
        assertThat(said.diagnostics()).hasSize(2).allMatch(d -> d.equals("NOTE package-left-out"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1.2.3      | 1.2.3
        [1.2.3]    | 1.2.3
        [1.2.3, )  | 1.2.3
        (1.2.3, )  | ''
        (, 1.0]    | ''
        1.*        | ''
        ''         | ''
        [          | ''
        """)
    void nugetTakesTheLowestVersion(String requirement, String version) {
        assertThat(NugetReference.lowest(requirement)).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        packages.config          | <packages><package id="A"
        packages.config          | <!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/passwd">]><packages>&e;</packages>
        Directory.Packages.props | {}
        packages.lock.json       | <a/>
        """)
    void brokenFilesAreTold(String name, String text) {
        Cataloged said = Cataloged.by(new NugetProjectCataloger(), name, text);
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED malformed-package-list");
    }
}
