package org.drydock.inventory.php;

import static org.assertj.core.api.Assertions.assertThat;

import org.drydock.inventory.text.Cataloged;
import org.drydock.inventory.text.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhpTest {
    private static final String REGISTRY = "usr/share/php/.registry/archive_tar.reg";

    @Test
    void theLockFileMarksDevelopment() {
        assertThat(Listed.by(new ComposerLockCataloger(), "composer.lock", """
            {"packages":[{"name":"a/a","version":"v1.0.0","license":["MIT"],"require":{"php":">=8","A/B":"^2"}},
                         {"name":"a/b","version":"2.0.0"}],
             "packages-dev":[{"name":"t/t","version":"3.0.0"}]}\
            """))
                .containsExactly("a/a v1.0.0 > a/b 2.0.0 [MIT]", "a/b 2.0.0", "t/t 3.0.0 dev");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"packages\":[{\"name\":\"a/a\",\"version\":\"1.0.0\"}],\"dev-package-names\":[\"a/a\"]}",
                "[{\"name\":\"a/a\",\"version\":\"1.0.0\"}]"
            })
    void whatIsInstalledCounts(String json) {
        assertThat(Listed.by(new ComposerInstalledCataloger(), "vendor/composer/installed.json", json))
                .containsExactly("a/a 1.0.0");
    }

    @Test
    void pearSerialisesItsRegistry() {
        assertThat(Listed.by(new PearCataloger(), REGISTRY, """
            a:4:{s:4:"name";s:11:"Archive_Tar";s:7:"channel";s:12:"pear.php.net";\
            s:7:"version";a:2:{s:7:"release";s:6:"1.4.14";s:3:"api";s:5:"1.4.0";}\
            s:7:"license";a:1:{s:8:"_content";s:3:"BSD";}}\
            """))
                .containsExactly("pear.php.net/Archive_Tar 1.4.14 [BSD]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a:1:{",
                "a:1:{s:99999999:\"a\";}",
                "a:2147483647:{}",
                "s:-1:\"\";",
                "O:1:\"A\":0:{}",
                "i:1111111111111111111111111111111111111111111111111111111;"
            })
    void brokenRegistriesAreTold(String text) {
        Cataloged said = Cataloged.by(new PearCataloger(), REGISTRY, text);
        assertThat(said.packages()).isEmpty();
        assertThat(said.diagnostics()).containsExactly("NOT_EXAMINED malformed-package-list");
    }

    @Test
    void deepNestingIsTold() {
        assertThat(Cataloged.by(new PearCataloger(), REGISTRY, "a:1:{i:0;".repeat(100_000))
                        .diagnostics())
                .containsExactly("NOT_EXAMINED malformed-package-list");
    }
}
