package org.drydock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurlsTest {
    @ParameterizedTest
    @CsvSource({
        "RUBYGEMS, rails, 7.0.1, pkg:gem/rails@7.0.1",
        "NPM, @scope/name, 1.0.0, pkg:npm/%40scope/name@1.0.0",
        "GO, golang.org/x/net, v0.7.0, pkg:golang/golang.org/x/net@v0.7.0",
        "HEX, Phoenix, 1.7.0, pkg:hex/phoenix@1.7.0",
        "PUB, http, 1.1.0, pkg:pub/http@1.1.0",
        "SWIFT, github.com/apple/swift-nio.git, 2.0.0, pkg:swift/github.com/apple/swift-nio@2.0.0",
        "COCOAPODS, AFNetworking, 4.0.1, pkg:cocoapods/AFNetworking@4.0.1",
        "PEAR, pear.php.net/Archive_Tar, 1.4.14, pkg:pear/pear.php.net/Archive_Tar@1.4.14",
        "TERRAFORM, hashicorp/aws, 5.0.0, pkg:terraform/hashicorp/aws@5.0.0",
        "GITHUB_ACTIONS, actions/checkout, v4, pkg:githubactions/actions/checkout@v4",
        "PORTAGE, app-misc/jq, 1.7-r1, pkg:ebuild/app-misc/jq@1.7-r1",
        "ML_MODEL, microsoft/phi-2, 1, pkg:huggingface/microsoft/phi-2@1",
        "ML_MODEL, llama, 7b, pkg:generic/llama@7b",
        "JVM, openjdk, 8u302, pkg:generic/openjdk@8u302",
    })
    void followTheRulesOfTheirTypes(PackageType type, String name, String version, String purl) {
        assertThat(Purls.of(CatalogedPackage.of(type, name, version), Optional.empty()))
                .hasToString(purl);
    }
}
