package org.drydock.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.drydock.core.Diagnostic;
import org.drydock.image.PackageListing;
import org.drydock.image.PackageListing.Kind;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.RpmMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageListingsTest {
    private static Inventory read(Kind kind, String text) {
        return PackageListings.read(
                new PackageListing("list", kind, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static Inventory sbom(String text) {
        return read(Kind.SBOM, text);
    }

    private static Package only(Inventory inventory) {
        assertThat(inventory.packages()).hasSize(1);
        return inventory.packages().getFirst();
    }

    private static String distro(Inventory inventory) {
        return inventory.distro() == null
                ? ""
                : inventory.distro().id() + " " + inventory.distro().versionId()
                        + inventory.distro().codename();
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:deb/debian/libssl3@3.0.9-1?arch=amd64&distro=debian-12&upstream=openssl, DEB, libssl3, 3.0.9-1, debian 12",
        "pkg:deb/ubuntu/bash@5.1?distro=ubuntu-22.04, DEB, bash, 5.1, ubuntu 22.04",
        "pkg:deb/debian/bash@5.1?distro=bookworm, DEB, bash, 5.1, debian bookworm",
        "pkg:apk/alpine/zlib@1.2-r0?distro=3.19.1, APK, zlib, 1.2-r0, alpine 3.19.1",
        "pkg:rpm/redhat/glibc@2.34-60.el9?distro=rhel-9.2&epoch=1, RPM, glibc, 1:2.34-60.el9, rhel 9.2",
        "pkg:maven/org.apache/log4j-core@2.14.1, JAVA, org.apache:log4j-core, 2.14.1, ''",
        "pkg:npm/%40babel/core@7.0.0, NPM, @babel/core, 7.0.0, ''",
        "pkg:golang/github.com/a/b@v1.0.0, GO, github.com/a/b, v1.0.0, ''",
        "pkg:pypi/django-x@1, PYTHON, django-x, 1, ''",
        "pkg:gem/rails@7, RUBYGEMS, rails, 7, ''",
        "pkg:composer/symfony/yaml@5, PACKAGIST, symfony/yaml, 5, ''",
    })
    void packageUrlsNamePackages(String purl, PackageType type, String name, String version, String distro) {
        Inventory inventory = read(Kind.PURLS, purl);
        assertThat(only(inventory).type()).isEqualTo(type);
        assertThat(only(inventory).name()).isEqualTo(name);
        assertThat(only(inventory).version()).isEqualTo(version);
        assertThat(only(inventory).purl()).hasToString(purl);
        assertThat(distro(inventory)).isEqualTo(distro);
    }

    @Test
    void listsOfPackageUrlsHaveRemarksAndDuplicates() {
        Inventory inventory =
                read(Kind.PURLS, "# mine\npkg:npm/a@1,pkg:npm/b@2  # two\r\n\npkg:npm/a@1\npkg:npm/c@3\n");
        assertThat(inventory.packages()).extracting(Package::name).containsExactly("a", "b", "c");
    }

    @Test
    void whatCannotBeJudgedIsTold() {
        Inventory inventory =
                read(Kind.PURLS, "pkg:deb/debian/bash@5 pkg:generic/x@1 pkg:cpan/y@1 nonsense pkg:npm/a pkg:npm/%zz@1");
        assertThat(inventory.diagnostics())
                .extracting(Diagnostic::code)
                .contains(
                        "unknown-package-type",
                        "malformed-purl",
                        "package-without-version",
                        "no-distro-release",
                        "no-source-packages");
        assertThat(inventory.diagnostics())
                .filteredOn(d -> d.code().equals("malformed-purl"))
                .hasSize(2);
    }

    @Test
    void sourcesComeFromWhereToolsLeaveThem() {
        String json = """
            {"bomFormat":"CycloneDX","specVersion":"1.5","metadata":{"component":{"type":"container","name":"x",
            "properties":[{"name":"aquasecurity:trivy:DiffID","value":"sha256:%s"}]}},"components":[
            {"type":"operating-system","name":"debian","version":"12.5"},
            {"type":"library","name":"libssl3","version":"3.0.11-1","purl":"pkg:deb/debian/libssl3@3.0.11-1?arch=amd64",
            "licenses":[{"license":{"id":"Apache-2.0"}},{"expression":"MIT OR GPL-2.0-only"}],
            "properties":[{"name":"aquasecurity:trivy:SrcName","value":"openssl"},
            {"name":"aquasecurity:trivy:SrcVersion","value":"3.0.11"},{"name":"aquasecurity:trivy:SrcRelease","value":"1"},
            {"name":"aquasecurity:trivy:SrcEpoch","value":"2"},
            {"name":"aquasecurity:trivy:LayerDiffID","value":"sha256:%s"}]},
            {"type":"application","name":"mystery","version":"1","components":[
            {"type":"library","name":"inner","version":"1","purl":"pkg:npm/inner@1"}]},
            {"type":"file","name":"/etc/x"}]}\
            """.formatted("a".repeat(64), "a".repeat(64));
        Inventory inventory = sbom(json);
        assertThat(distro(inventory)).isEqualTo("debian 12.5");
        Package libssl = inventory.packages().getFirst();
        assertThat(libssl.source()).isEqualTo(new SourcePackage("openssl", "2:3.0.11-1"));
        assertThat(libssl.licenses()).containsExactly("Apache-2.0", "MIT OR GPL-2.0-only");
        assertThat(libssl.locations().getFirst().layer()).isNotNull();
        assertThat(inventory.packages()).extracting(Package::name).containsExactly("libssl3", "inner");
        assertThat(inventory.unidentified())
                .singleElement()
                .satisfies(u -> assertThat(u.what()).contains("mystery 1"));
    }

    @Test
    void cycloneDxInXmlSaysTheSame() {
        Inventory inventory = sbom("""
            <?xml version="1.0"?>
            <bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components>
            <component type="library"><name>b</name><version>1</version>
            <licenses><license><id>MIT</id></license></licenses><purl>pkg:npm/b@1</purl>
            <evidence><occurrences><occurrence><location>/app/b</location></occurrence></occurrences></evidence>
            </component></components></bom>\
            """);
        assertThat(only(inventory).licenses()).containsExactly("MIT");
        assertThat(only(inventory).locations().getFirst().path()).isEqualTo("/app/b");
    }

    @Test
    void spdxIsReadInBothFormats() {
        Inventory json = sbom("""
            {"spdxVersion":"SPDX-2.3","packages":[
            {"name":"debian","versionInfo":"12","primaryPackagePurpose":"OPERATING-SYSTEM"},
            {"name":"img","primaryPackagePurpose":"CONTAINER"},
            {"name":"libssl3","versionInfo":"3","licenseDeclared":"Apache-2.0 AND LicenseRef-x",
            "sourceInfo":"acquired package info from DPKG DB: /var/lib/dpkg/status, /usr/share/doc/x",
            "externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl",
            "referenceLocator":"pkg:deb/debian/libssl3@3?upstream=openssl%403-1"}]}],
            "hasExtractedLicensingInfos":[{"licenseId":"LicenseRef-x","name":"Own licence","extractedText":"…"}]}\
            """);
        Inventory tags = sbom("""
            SPDXVersion: SPDX-2.3
            PackageName: debian
            PackageVersion: 12
            PrimaryPackagePurpose: OPERATING-SYSTEM
            PackageName: libssl3
            PackageVersion: 3
            PackageLicenseDeclared: Apache-2.0 AND LicenseRef-x
            PackageSourceInfo: <text>acquired package info from DPKG DB: /var/lib/dpkg/status, /usr/share/doc/x</text>
            PackageComment: <text>several
            PackageName: not one
            lines</text>
            ExternalRef: PACKAGE-MANAGER purl pkg:deb/debian/libssl3@3?upstream=openssl%403-1
            LicenseID: LicenseRef-x
            LicenseName: Own licence
            ExtractedText: <text>…</text>
            """);
        assertThat(only(json)).isEqualTo(only(tags));
        assertThat(json.distro()).isEqualTo(tags.distro());
        assertThat(only(json).source()).isEqualTo(new SourcePackage("openssl", "3-1"));
        assertThat(only(json).licenses()).containsExactly("Apache-2.0", "Own licence");
        assertThat(only(json).locations()).hasSize(2);
    }

    @Test
    void spdxSourcePackagesBelongToTheirBinaries() {
        Inventory inventory = sbom("""
            {"spdxVersion":"SPDX-2.3","packages":[
            {"SPDXID":"SPDXRef-b","name":"libssl3","versionInfo":"3","sourceInfo":"found at var/lib/dpkg/status",
            "externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:deb/debian/libssl3@3?distro=debian-12"}]},
            {"SPDXID":"SPDXRef-s","name":"openssl","versionInfo":"3-1","primaryPackagePurpose":"SOURCE",
            "externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:deb/debian/openssl@3-1?arch=source"}]}],
            "relationships":[{"spdxElementId":"SPDXRef-b","relationshipType":"GENERATED_FROM",
            "relatedSpdxElement":"SPDXRef-s"}]}\
            """);
        assertThat(only(inventory).source()).isEqualTo(new SourcePackage("openssl", "3-1"));
        assertThat(only(inventory).locations().getFirst().path()).isEqualTo("var/lib/dpkg/status");
    }

    @Test
    void syftsJsonKeepsLayersAndModules() {
        Inventory inventory = sbom("""
            {"artifacts":[{"name":"node","version":"1:18-1","type":"rpm","purl":"pkg:rpm/rhel/node@18-1?epoch=1&distro=rhel-9",
            "licenses":[{"value":"MIT"}],"locations":[{"path":"/var/lib/rpm","layerID":"sha256:%s"}],
            "metadata":{"sourceRpm":"nodejs-18-1.src.rpm","modularityLabel":""}}],
            "source":{"type":"image","metadata":{"layers":[{"digest":"sha256:%s"},{"digest":"sha256:%s"}]}},
            "distro":{"id":"rhel","versionID":"9.2","idLike":["fedora"]},"descriptor":{"name":"syft"}}\
            """.formatted("b".repeat(64), "a".repeat(64), "b".repeat(64)));
        Package node = only(inventory);
        assertThat(distro(inventory)).isEqualTo("rhel 9.2");
        assertThat(node.source()).isEqualTo(new SourcePackage("nodejs", "18-1"));
        assertThat(node.locations().getFirst().layer())
                .satisfies(l -> assertThat(l.index()).isEqualTo(1));
        assertThat(node.metadata())
                .isInstanceOfSatisfying(
                        RpmMetadata.class, rpm -> assertThat(rpm.modularity()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "<bom/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><bom"
                        + " xmlns='http://cyclonedx.org/schema/bom/1.4'>&e;</bom>",
                "<bom xmlns='http://cyclonedx.org/schema/bom/1.4'><components>",
                "hello",
                "{\"artifacts\":[]}"
            })
    void otherDocumentsAreRefused(String text) {
        assertThatThrownBy(() -> sbom(text)).isInstanceOf(SbomException.class).hasMessageContaining("list");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(
                        () -> sbom("{\"bomFormat\":\"CycloneDX\",\"components\":" + "[{\"components\":".repeat(5000)))
                .isInstanceOf(SbomException.class);
        assertThatThrownBy(() -> sbom(
                        "<bom xmlns='http://cyclonedx.org/schema/bom/1.4'>" + "<components><component>".repeat(5000)))
                .isInstanceOf(SbomException.class);
    }
}
